/** Organisations known by these words alone; lower case, single spaces. */
export const organisationNames: ReadonlySet<string> = new Set(
  `isis|isil|daesh|islamic state|un|u.n|united nations|nato|eu|e.u|european union|cia|c.i.a|fbi|f.b.i|nsa|kgb|fsb|gru|mi5|mi6|
  mossad|pentagon|kremlin|white house|state department|congress|senate|parliament|bundestag|knesset|duma|politburo|
  supreme court|house of commons|house of lords|house of representatives|downing street|hamas|hezbollah|hizbollah|taliban|
  al qaeda|al qaida|al nusra|jabhat al nusra|jabhat fateh al sham|nusra front|free syrian army|ahrar al sham|boko haram|fatah|plo|pkk|ypg|sdf|ira|eta|farc|kkk|muslim brotherhood|
  red cross|red crescent|amnesty international|human rights watch|greenpeace|oxfam|unicef|unesco|unhcr|who|wto|imf|opec|osce|
  icc|iaea|asean|oecd|african union|arab league|league of nations|world bank|interpol|gestapo|ss|wehrmacht|luftwaffe|
  red army|white helmets|vatican|holy see|nasa|esa|cern|mit|ucla|harvard|yale|princeton|stanford|reuters|associated press|ap|
  afp|tass|xinhua|bbc|cnn|abc|nbc|cbs|espn|fox news|al jazeera|guardian|new york times|washington post|wall street journal|
  financial times|economist|le monde|der spiegel|pravda|izvestia|google|microsoft|apple|facebook|amazon|twitter|ibm|intel|
  toyota|volkswagen|boeing|airbus|gazprom|rosneft|shell|exxon|bp|siemens|samsung|sony|netflix|youtube|wikipedia|uber|
  comintern|cheka|nkvd|whigs|tories|labour|conservatives|liberal democrats|snp|gop|komsomol|solidarity|wagner group|fifa|uefa|
  nfl|nba|mlb|nhl|ioc|manchester united|real madrid`
    .split('|')
    .map((entry) => entry.trim()),
);

/** The most words that one of them has. */
export const longestOrganisationName = 4;

/** What an organisation's name ends with, or what stands before its "of" or "for". */
export const organisationHeads: ReadonlySet<string> = new Set(
  `academy administration agency airlines airways alliance army assembly association associates authority bank band
  battalion board brigade brigades broadcaster bureau brotherhood cabinet caucus center centre chamber channel church
  club co coalition college commission committee community companies company conference confederation congregation
  congress consortium constabulary cooperative corp corporation corps council court courts crew department directorate
  division enterprise enterprises executive exchange faculty federation firm fleet force forces foundation front fund
  gazette government group guard guards guild headquarters holdings hospital inc industries inquisition institute
  institution institutions intelligence journal laboratories laboratory league legion llc llp ltd magazine mafia media
  militia ministry mission monitor movement musketeers navy network news newspaper office orchestra order organisation
  organization parliament partners partnership party patrol plc police post press railway railways records regiment reserve
  resistance school schools secretariat seminary senate service services society soviet squad staff state studios
  studio symphony synod syndicate system systems team telegraph times treasury tribunal tribune trust unit union united
  university utilities volunteers watch workers works`.split(/\s+/),
);

/** First words that make an organisation of what follows: "Jabhat Fateh al-Sham", "Hizb ut-Tahrir". */
export const openingOrganisationHeads: ReadonlySet<string> = new Set(
  `jabhat hizb ahrar jaysh jaish liwa harakat jamaat hayat ansar lashkar tehrik faylaq daily partido partai`.split(
    /\s+/,
  ),
);

/** Last words of events, laws, works, prizes and ideas, which are none of the three. */
export const otherHeads: ReadonlySet<string> = new Set(
  `accord accords act affair age agreement amendment article award awards battle bill bowl campaign catechism championship
  championships chapter charter civilization code compromise constitution convention coup covenant crisis crusade cup day
  days declaration deluge directive dynasty edict effect election elections engine epoch equation era event famine festival
  fire formation games genocide holocaust incident initiative intifada jubilee law laws language languages
  massacre mutiny nobel night offensive olympics operation pact part partition peace period plague plan plot prize problem
  process proclamation project program programme protocol purge question rebellion reformation regulation renaissance
  resolution restoration revival revolt revolution rising rule rules schism section series siege spring statute story
  summit system theorem theory title treaties treaty trial trials uprising version vote war wars week weekend world year
  cycle chart album song film magna olympiad tournament trophy bible`.split(/\s+/),
);
