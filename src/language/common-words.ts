/** Words that build sentences; with a capital they begin one, or are part of a title, and are never a name alone. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about above according across after again against all almost along already also although always am among amid an and
  another any anyone anything are around as at away be because before behind being below beneath beside besides between
  beyond both but by can cannot could despite did do does done don't doesn't didn't down due during each either else
  enough even ever every everyone everything except few fewer finally first following for from further furthermore had has
  have having he hence her here hers herself him himself his how however i if in including indeed inside instead into is
  it its itself last lastly later least less let like likewise many me meanwhile more moreover most mostly much my near
  nearly neither never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off often on once one
  only onto or other others otherwise our ours out outside over own per perhaps previously rather regarding second she
  should similarly since so some somebody someone something sometimes soon still subsequently such than that the their
  them themselves then there thereafter therefore these they third this those though three through throughout thus to
  today together too toward towards two under unfortunately unless unlike until up upon us usually very via was we well
  were what whatever when whenever where whereas wherever whether which while who whom whose why will with within without
  would yes yet you your zero it's that's there's what's who's he's she's they're we're you're let's isn't wasn't aren't
  can't won't couldn't wouldn't shouldn't they've we've they'd he'd she'd it'd i'm i've i'd i'll four five six seven eight
  nine ten eleven twelve twenty thirty fifty hundreds thousands millions dozens half several`.split(/\s+/),
);

/** Ordinary nouns, verbs and adjectives that often begin a sentence. Plurals in -s and the endings below need no entry. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `access action adult advice age agreement aid air alcohol analysis ancient anger animal answer anxiety apart approximately
  archaeological area army art ash aside ask aspect assume attack attempt audience author average back bacteria bad bank
  base battle beauty become beer began best better big bird birth black blood blue board body bomb bone book border born
  bottom brain bread break breath bridge bring brown budget build business buy call campaign cancer capital carbon care
  case cattle ceasefire cell census center centre century chance change chapter charge cheap check chemical chief child
  childhood children choose church citizen city civil civilian claim class clay clean clear climate close cloth coal coast
  code coffee cold college common company compare computer concern conflict consequently consider contact content
  contrary control copper corn corruption cost cotton council country couple court cover crime crisis critic criticism
  crop culture current customer damage dance danger dark data date day dead deal dear death debate debt deep defeat
  defence defense degree demand democracy department depth desert design detail dialogue diet difference different
  difficult dinner diplomacy direct disease distance district doctor dog doubt dozen draft drink drug dry dust duty ear
  early earth ease east easy economy effort egg eight electricity electron elite empire employment end enemy energy engine
  english entry environment epidemic equal error escape estimate event evidence evil exact example excess exercise
  existing expert eye face fact failure fair faith fall family famine far farm fashion fast fat father fear feature
  federal female field fight film final fire fish flesh flight flood floor flow food foot force foreign forest form former
  forty fossil found foundation four free freedom fresh friend front fruit fuel full fun fund funny fur future game gas
  gender general generic get girl give given glass global go god gold good government grain grass gravity great green
  ground group growth guard guess guilt hair half hand happy hard hatred head health hear heart heat heavy height help
  high higher highest history hold home hope horse hospital hot hotel hour house household human hundred hunger hunt
  husband hydrogen ice idea ideal ill image immigrant impact income individual industry inflation influence information
  initial insurance interest internet iron iron island issue job join journal judge jury justice keep key kind king
  kingdom know knowledge labor labour lack lake land language large larger late latter law lead leader leadership leaf
  learn leather leave left legal length level liberal liberty life light likely limestone line link liquid literature
  little live local logic long longer look lord loss lost love low lower luck lunch machine magic main major make male
  man management map margin mark market marriage mass material mathematician matter maximum may mayor meal mean meat media
  medicine medieval member membership men mention merchant mercury mere metal method middle military milk million mind
  minimum mining minister ministry minor minority mixed model modern molecule money month moon moral mother motion mountain
  mouth move movement much municipal murder music mutual name nation national native natural nature need network neutral
  new news night nine nitrogen nobility noble noise non normal north notable note noted notice number object ocean odd
  offer office oil old older oldest one open opera opinion opposition option oral orange order ordinary organic origin
  original other outcome outer overall oxygen pain paint palace paper parent parliament part partial participation past
  path patient pay peace peak people percent performance period permanent person petroleum photo photograph photosynthesis
  phrase place plague plan plane planet plant plastic play player please pleasure plenty poem poet poetry police policy
  politics pollution poor pope popular population port position possible post poverty power practice prayer precise present
  president press pressure pretty price pride priest primary prime prince principle print prior prison private prize
  problem process produce product profit progress project proof property protein protest proven public publisher pure
  purpose put quality queen question quick quiet quite quote race radio rain rapid rare rate raw reach read ready real
  reality reason rebel recent recently recommended red reform refugee regard regime region regular relatively release
  religion religious rent report republic research residential resistance resource respect rest result return revenge
  rice rich right rise risk ritual river road rock role roof room root rose round royal rule run rural safety salt same
  sand scene scholar school science scientist sculpture sea search season secret secretary section security see seed seek
  select self senior sense sentence separate series serious service set seven severe sex shape sharp ship short sign
  silver similar simple single sister site six size skin slave slavery sleep slow small smaller smoke snow social society
  soft soil soldier solid son song sound source south space special species specific speech speed spirit sport spring
  square stage standard star start state station steam steel step stock stone stop storm story strange street strength
  stress strict strike strong structure student study stuff style subject success sugar sulfur sulphur summer sun support
  supreme sure surface surprise survey survival sweet symbol system table take talk tax tea teacher team teach technique
  technology television temperature ten tennis tension term territory terror terrorism test text thank theatre theory
  thing think thirteen thought thousand threat time tin tissue title tobacco tomorrow tonight top total touch tough tour
  tourism town trade tradition traffic train transport treaty tree trial tribe trouble truce true trust truth try turn
  twelve type typical ultimate uncle understand union unique unit unity universal university upper urban use usual value
  variant various vast vegetation version veteran victory video view village violence virtual virtue vision visual voice
  volume vote wage wait walk wall want war warm waste watch water wave way weak wealth weapon weather week weight west
  wet wheat whenever white whole wide wife wild wind window wine winter wisdom wise woman women wonder wood word work
  worker workforce world worse worst worth write writer writing wrong year yellow yesterday young youth zoo addition
  total unlike attorney bishop emperor duke governor officer senator captain colonel establishment making sense
  photograph source caption figure table map editor's reading read see also updated ceasefire talks deal rebels troops mistrust distrust warfare unrest turmoil chaos bloodshed rivalry mediation professional
  bombing shelling custom gossip review student history rumour rumor hindsight outrage panic relief silence sympathy tragedy wariness apathy folly nearby
  criminal legend folklore livestock wildlife timber salmon penguin algae fungi yeast malaria cholera smallpox typhus aspirin
  ammonia methane helium plutonium uranium plasma ozone sodium potassium calcium magnesium zinc nickel platinum sulphate`.split(
    /\s+/,
  ),
);

/** Endings that make a word English rather than a name. */
export const ordinaryEnding =
  /(?:ly|ing|ed|tion|sion|ment|ness|ity|ies|ous|ful|less|ive|able|ible|ical|ism|ists|ship|hood|ance|ence|ology|graphy|ants|ents|ors|ers|als|ions|ures|ages|ises|izes|ates|ities|ware|ward|wise|like|ics)$/;
