/** Given names of many countries; a family name that is a given name too counts as one. */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail abraham ada adam adolf adrian agnes ahmad ahmed akira alan albert alberto alec alejandro
  aleksandr alessandro alex alexander alexandra alexei alexey alexis alfonso alfred ali alice alicia allen amanda amelia
  amina amir amy ana anastasia anatoly anders andré andre andrea andreas andrei andrew andrey andrzej andy angela angelina
  ann anna anne annie anthony antoine anton antonio antony anwar archibald aristide arnold arthur asma audrey august
  augustus ayatollah aung barack barbara barbra barry bashar basil beatrice ben benazir benedict benito benjamin bernard
  bernhard bert bertrand bill bob bobby boris brad brandon brenda brian bruce bruno caesar calvin carl carla carlo carlos
  carol caroline caspar catherine cecilia charles charlie charlotte chester chiang chloe chris christian christina
  christine christopher chuck clara clarence claude claudia clement clara colin conrad constantine craig cristina cynthia
  cyril daisy dan daniel daniela darius dave david dean deborah denis dennis diana diego dieter dietrich dirk dmitri dmitry
  dominic dominique don donald donna doris dorothy douglas duncan dwight earl eddie edgar edith edmund eduard edward edwin
  eileen eleanor elena eli elias elisabeth elizabeth ella ellen elvis emily emma emmanuel enrico enrique erasmus eric erica
  erich erik ernest ernst ethan eugene eva eve evelyn fatima felipe felix ferdinand fernando fidel fiona florence frances
  francesco francis francisco françois francois frank franklin franz fred frederic frederick friedrich fyodor gabriel galileo
  gary gavin gennady geoffrey george georges gerald gerard gerhard gertrude giovanni giuseppe gladys glenn godfrey gordon
  grace graham greg gregory guido guillaume gustav guy hafez hamid hannah hans harald harold harriet harry hassan hasan
  heather heinrich helen helena helmut henri henrik henry herbert herman hermann hilda hillary hiroshi hosni howard hubert
  hugh hugo humphrey hussein ian ibrahim ignatius igor ilya imran indira ingrid irene isaac isabel isabella isaiah ismail
  ivan jack jackson jacob jacqueline jacques jaime jakob james jamie jan jane janet jason javier jawaharlal jay jean jeff
  jefferson jeffrey jennifer jeremy jerome jerry jesse jessica jesus jill jim jimmy joachim joan joanna joe joel johan johann
  johannes john johnny jon jonas jonathan jordan jorge josé jose josef joseph josephine joshua josip joyce juan judith judy
  julia julian julie julius justin karen karim karin karl kate katherine kathleen kathryn katie keith kelly kemal ken kenneth
  kevin khalid kim klaus kofi konrad konstantin kurt larry lars laura laurence laurent lawrence leo leon leonard leonardo
  leonid leopold leslie lewis liam linda lionel lisa lloyd louis louise lorenzo lothar lucas lucia lucy ludwig luigi luis
  lukas luke luther lydia lynn mahatma mahmoud maksim malcolm manfred manuel mao marc marcel marcello marco marcos marcus
  margaret maria marie marilyn mario marion mark marlon martha martin marvin mary mathilde matilda matteo matthew matthias
  maurice max maxim maximilian megan mehmet melissa michael michel michelle miguel mikhail mike milton mohamed mohammad
  mohammed monica morgan moses muammar muhammad mustafa napoleon nancy naomi narendra natalia natalie nathan neil nelson
  nicholas nick nicola nicolas nicole niels nigel nikita niklas nikola nikolai noah noam noel norman nuri oleg oliver olga
  olivia omar orlando oscar osama otto owen pablo pamela patricia patrick paul paula paulo pavel pedro penelope percy
  peter petro philip philipp philippe pierre plato qasem rachel rafael ralph ramón raoul raphael raul raúl ray raymond
  rebecca recep reginald reinhard rené rene ricardo richard rita robert roberto robin rodrigo roger roland rolf roman ron
  ronald rosa rosemary ross roy rudolf rupert russell ruth ryan saddam said saif salman salvador sam samantha samuel sandra
  sara sarah saul scott sean sebastian serena sergei sergey sergio shane sharon sheila shimon shinzo sidney sigmund silvia
  simon simone sofia sophia sophie stanislav stanley stefan stella stephanie stephen steve steven stuart suleiman susan
  suzanne svetlana sylvia ted teresa terry thabo theodor theodore theresa thomas tim timothy tina toby tom tommy tony tracy
  ulrich ursula valentina valery vanessa vera vernon victor victoria viktor vincent vincenzo virginia vitaly vito vivian
  vladimir volodymyr walter warren wayne wendy werner wilfred wilhelm will william willy winston wolfgang woodrow xavier
  yasser yasir yevgeny yitzhak yuri yusuf yves yvonne zachary zbigniew zhou zoe benigno genghis tamerlane
  edmond emil émile eduardo guglielmo gottfried immanuel ptolemy robespierre rené ole bjørn sven olaf`.split(/\s+/),
);

/** People known by one name. */
export const knownPeople: ReadonlySet<string> = new Set(
  `achilles ahmadinejad annan aquinas archimedes aristotle assad atatürk augustine averroes avicenna bach bannon beethoven
  biden bismarck blair bolívar bonaparte botticelli brahms brezhnev buddha bush byron cameron camus castro cervantes
  chamberlain chaplin charlemagne chaucer chirac chomsky chopin churchill cicero cleopatra clinton columbus confucius
  copernicus cromwell curie dalí dante darwin defoe descartes dickens diderot disraeli dostoevsky dürer edison einstein
  eisenhower engels erdogan erdoğan euclid euler euripides faraday farage foucault freud gaddafi galen gandhi garibaldi
  gauss giuliani goebbels goethe gorbachev göring guterres hadrian handel hannibal haydn hegel heidegger heisenberg
  hemingway herodotus himmler hippocrates hitler hobbes hollande homer hume ibsen jesus johnson joyce jung kafka kant
  kennedy kepler kerry keynes khamenei khomeini khrushchev kissinger lavrov leibniz lenin lincoln locke machiavelli macron
  mandela marx mattis maxwell may mccain medvedev merkel michelangelo milošević monet montesquieu mozart mubarak mussolini
  netanyahu newton nietzsche nixon obama oppenheimer orwell ovid pasteur pericles petrarch picasso pinochet planck plutarch
  pompeo pushkin putin pythagoras rasputin reagan rembrandt roosevelt rousseau rubens rumsfeld sarkozy sartre
  schrödinger schubert schumann scholz shakespeare snowden socrates sophocles spinoza stalin starmer stravinsky sunak
  tchaikovsky tesla thatcher thucydides tillerson tito tolstoy trotsky truman trump turing tusk virgil vivaldi voltaire
  wagner wittgenstein xerxes yeltsin yatsenyuk poroshenko zelensky zelenskyy zola`.split(/\s+/),
);

/** What stands before a person's name and is not part of it; lower case too, as in "president Carter". */
export const titles: ReadonlySet<string> = new Set(
  `admiral ambassador archbishop archduke ayatollah baron baroness bishop brigadier brother caliph captain cardinal chairman
  chairwoman chancellor chief colonel commander commissioner comte congressman congresswoman corporal coach count countess
  czar tsar dame deputy detective director doctor dr duchess duke earl emir emperor empress envoy father field general
  governor gen gov grand imam inspector judge justice khan king lady lieutenant lord madame maharaja major marquis marshal
  marshall master mayor minister miss monsieur mr mrs ms mx nawab officer pasha patriarch pharaoh pope premier president
  prime prince princess private prof professor queen rabbi regent rep representative rev reverend saint sec secretary sen
  senator sergeant sgt sheikh sheik shah sheriff sir sister sultan lt col capt treasurer vice viscount spokesman
  spokeswoman spokesperson speaker leader foreign defense defence finance interior attorney crown first hetman margrave
  doge vizier shogun mullah lama`.split(/\s+/),
);

/** Of those, the words that are a title only together with the next: "foreign minister", "prime minister". */
export const titleModifiers: ReadonlySet<string> = new Set(
  `prime vice deputy foreign defense defence finance interior attorney crown first grand field chief major private`.split(
    /\s+/,
  ),
);

/** Callings that stand before a name in lower case: "the physicist Lise Meitner". */
export const callings: ReadonlySet<string> = new Set(
  `activist actor actress analyst anthropologist architect artist astronaut astronomer athlete author banker biologist
  botanist boxer brother businessman businesswoman candidate cartoonist chemist choreographer cleric comedian commander
  composer conductor correspondent cousin critic daughter designer dictator diplomat director economist editor engineer
  entrepreneur explorer father filmmaker founder geographer geologist goalkeeper grandson guitarist heir historian husband
  industrialist inventor journalist lawyer leader linguist mathematician merchant missionary monk mother musician nephew
  nobleman novelist nurse painter philanthropist philosopher photographer physician physicist pianist pilot pioneer player
  playwright poet politician priest producer psychologist quarterback reformer reporter researcher ruler scholar scientist
  sculptor singer sister sociologist soldier son songwriter spokesman spokeswoman striker surgeon teacher theologian
  theorist uncle warlord widow wife winner writer zoologist colleague rival ally successor predecessor student general
  emperor king queen prince duke named called alias nicknamed`.split(/\s+/),
);

/** What people do in a sentence and places seldom: after a name it is a person's. */
export const personVerbs: ReadonlySet<string> = new Set(
  `accused acknowledged acted admitted advised agreed announced answered appointed argued argues asked assassinated
  assumed asserted attacked attempted became befriended began believed believes born built called came captured claimed
  claims commented completed composed concluded condemned confirmed conquered continued converted criticised criticized
  crowned decided declared defeated demanded denied denounced described designed developed devised died discovered
  dismissed emphasised emphasized established executed exiled expanded explained expressed favored favoured fled fought
  formulated found founded gave graduated grew had has he held helped himself herself hoped insisted introduced invaded
  invented issued joined killed knew launched led left lived lost made married meant met moved murdered named noted
  observed offered opened opposed ordered painted persuaded played pledged preached praised predicted promised proposed
  proved published ratified received recalled refused rejected remarked replied reported resigned responded returned
  ruled said saw says seized sent served she showed signed spent stated stayed stepped studied succeeded suggested supported
  surrendered taught tells thinks thought told took travelled traveled tried urged voted vowed wanted wants warned was went
  who whose whom withdrew won worked writes wrote`.split(/\s+/),
);

/** Small words inside names: "Charles de Gaulle", "Osama bin Laden", "Otto von Bismarck". */
export const nameParticles: ReadonlySet<string> = new Set(
  `al el bin ibn bint ben abu abd de del della dei den der des di da do dos du la le les lo van von zu zur ter ten y af av
  ad ul ur ud ed as ash an at`.split(/\s+/),
);

/** Particles that may also open a name in lower case: "al-Qaeda", "bin Laden", "van Gogh". */
export const openingParticles: ReadonlySet<string> = new Set(['al', 'el', 'bin', 'ibn', 'von', 'van', 'ash', 'ad']);
