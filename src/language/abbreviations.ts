/**
 * Words that take a full stop without ending a sentence. An entry in lower case stands for the word in any case; an entry
 * with a capital only for that spelling, because "sat", "gen" and "art" are words of their own.
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** What follows belongs to them, always: titles before a name, and Latin that introduces something. */
export const neverFinal = words(`
  mr mrs ms messrs mme mlle dr drs prof profs Gen Gens Sen Sens Rep Reps Gov Govs Lt Ltc Col Maj Capt Cmdr Cdr Adm Amb Sgt
  Cpl Pvt Pfc Brig Supt Insp Det Atty Hon Rev Fr Msgr Pres Sec Min Dir Asst Assoc Del Rt Mt Ft Dep Chm
  vs v cf viz ca approx eg ie e.g i.e n.b q.v a.k.a
`);

/** Part of what follows when that is a figure, a Roman numeral or an opening parenthesis: "No. 5", "Art. IV". */
export const beforeNumbers = words(`
  no nos nr p pp vol vols fig figs Art Arts art arts Sec sec sect secs ch chap chaps par para paras eq eqs ex ed eds app pt
  pts res doc c min max est tel ext ver v item ann annex cl
`);

/** Part of what follows when that is a figure or another of them: "Sept. 9", "Fri. Sept. 9". */
export const monthsAndDays = words(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
`);

/** They may end a sentence, and do when the next word is one that seldom stands inside a name. */
export const seldomFinal = words(`
  Inc Ltd Co Corp Cos Bros Jr Sr St Sts Ave Blvd Rd Hwy Bldg Sq Univ Inst Acad Assn Assns Natl Intl Dept Dist Div Govt Pvt Pty
  Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt
  Wash Wis Wyo al trans Esq Ph.D M.D
`);

/** Hours of the day end a sentence unless a day, a month or a time zone follows. */
export const hours = words('a.m p.m');

/** Words after which "U.S." or "J." was the end: they begin sentences and are hardly ever the next part of a name. */
export const sentenceStarters = words(`
  The This That These Those It He She They We You I A An In On At As By To From With Without But And Or Nor So Yet For If
  When While Whether Once Until Unless Because Since Although Though Despite During After Before Between Among Under Over
  However Moreover Meanwhile Therefore Thus Hence Indeed Instead Otherwise Nevertheless Nonetheless Furthermore Still Also Even
  Only Just Perhaps Maybe Then Now Today Yesterday Tomorrow Later Earlier Recently Previously Finally There Here What Which Who
  Whose Why How Where Its His Her Their Our My Your Some Many Most Much Few Several All Both Each Every Either Neither Another
  Other Others No Not None Nothing Nobody Such According Of Is Are Was Were Will Would Can Could Should Did Does Do Has Have
  Had Let Yes Earlier Unlike Like Given
`);
