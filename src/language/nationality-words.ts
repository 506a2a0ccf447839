/**
 * Adjectives and nouns for peoples, faiths and parties. As an adjective ("Russian officials") such a word names nobody;
 * in the plural ("the Russians") it names people.
 */
export const nationalityWords: ReadonlySet<string> = new Set(
  `afghan african albanian algerian american angolan arab arabian arabic argentine argentinian armenian asian athenian
  australian austrian azerbaijani azeri babylonian bahraini bangladeshi basque bavarian belarusian belgian bengali berber
  bolivian bosnian brazilian british briton bulgarian burgundian burmese byzantine cambodian cameroonian canadian
  carolingian catalan caucasian celtic chechen chilean chinese colombian congolese cossack croat croatian cuban cypriot
  czech danish dane dutch ecuadorian egyptian english estonian ethiopian european filipino finnish finn flemish frankish
  frank french gallic gaul georgian german ghanaian greek guatemalan haitian hawaiian hellenic hindi honduran hungarian hun
  iberian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan khmer
  korean kurd kurdish kuwaiti kyrgyz lao laotian latin latvian lebanese liberian libyan lithuanian macedonian malay
  malaysian maltese mauritian mexican mongol mongolian montenegrin moor moorish moroccan namibian nepalese nepali
  nicaraguan nigerian norman norse norwegian omani ottoman pakistani palestinian panamanian pashtun persian peruvian
  philippine pole polish portuguese prussian punjabi qatari roman romanian russian rwandan samaritan saudi saxon
  scandinavian scot scots scottish senegalese serb serbian siberian sicilian singaporean slav slavic slovak slovene slovenian
  somali soviet spaniard spanish sudanese swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan
  trojan tunisian turk turkic turkish turkmen ugandan ukrainian uighur uyghur uruguayan uzbek venetian venezuelan
  vietnamese viking welsh yemeni yemenite yugoslav zambian zimbabwean zulu alawite anglican baptist buddhist calvinist
  catholic christian confucian druze evangelical hindu huguenot islamic islamist jesuit jew jewish judaic lutheran
  mennonite methodist mormon muslim orthodox presbyterian protestant puritan quaker salafi salafist semitic shia shiite
  sikh sufi sunni taoist daoist wahhabi yazidi anglo franco sino russo bolshevik communist democrat democratic fascist conservative
  jacobin leninist liberal maoist marxist menshevik nazi republican royalist socialist tory whig zionist victorian
  elizabethan edwardian hispanic latino aboriginal eskimo inuit apache cherokee sioux navajo mohawk iroquois aztec maya
  mayan inca western eastern northern southern westerner atlantic transatlantic cartesian newtonian aristotelian
  darwinian keynesian freudian gaullist peronist kemalist gothic olympic oriental etruscan sumerian hittite assyrian
  minoan visigoth goth vandal lombard parisian londoner muscovite viennese genoese neapolitan florentine tuscan cornish
  manx breton yorkist lancastrian habsburg ashkenazi sephardic bedouin tuareg hausa igbo yoruba bantu swahili creole
  han manchu uighurs mamluk seljuk safavid mughal abbasid umayyad fatimid chalcedonian coptic maronite`.split(/\s+/),
);

/** Names of things that are neither people, places nor organisations, and are capitalised all the same. */
export const otherProperNames: ReadonlySet<string> = new Set(
  `bible gospel quran koran torah talmud internet web islam christianity judaism christmas easter ramadan christ esperanto
  i'm i've i'll i'd i ok tv dna rna hiv aids gdp ceo cfo cto phd ba ma md ad bc ce bce pm am dvd cd usb html http url api
  gps wifi pc mp mps vip faq pdf atp ph iq dc ac it etc vs roman cold communism marxism nazism fascism zionism hellenism`.split(
    /\s+/,
  ),
);
