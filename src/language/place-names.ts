/** Entries are separated by commas or line ends; lower case, hyphens written as spaces. */
function entries(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const countries = entries(`
afghanistan, albania, algeria, andorra, angola, antigua, argentina, armenia, australia, austria, azerbaijan, bahamas,
bahrain, bangladesh, barbados, barbuda, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, herzegovina, botswana,
brazil, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, cape verde, central african republic,
chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba, cyprus, czechia, czech republic, denmark,
djibouti, dominica, dominican republic, east timor, ecuador, egypt, el salvador, eritrea, estonia, eswatini, ethiopia,
fiji, finland, france, gabon, gambia, georgia, germany, ghana, great britain, britain, greece, grenada, guatemala, guinea,
guinea bissau, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy,
ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon,
lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia, maldives, mali,
malta, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar,
namibia, nauru, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, north macedonia, norway, oman,
pakistan, palau, palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania,
russia, russian federation, rwanda, samoa, san marino, saudi arabia, senegal, serbia, seychelles, sierra leone, singapore,
slovakia, slovenia, solomon islands, somalia, south africa, south korea, korea, south sudan, spain, sri lanka, sudan,
suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, timor leste, togo, tonga, trinidad, tobago,
tunisia, turkey, türkiye, turkmenistan, tuvalu, uganda, ukraine, united arab emirates, united kingdom, united states,
united states of america, uruguay, uzbekistan, vanuatu, vatican, vatican city, venezuela, vietnam, yemen, zambia, zimbabwe,
us, usa, uk, uae, ussr, u.s, u.s.a, u.k, u.s.s.r, drc, america, england, scotland, wales, northern ireland, holland,
soviet union, yugoslavia, czechoslovakia, persia, prussia, mesopotamia, babylon, assyria, carthage, siam, ceylon, rhodesia,
zaire, east germany, west germany, ottoman empire, roman empire, byzantium, gaul, judea, phoenicia, numidia, manchuria,
people's republic of china, republic of china, democratic republic of the congo, republic of ireland, bohemia, moravia`);

const regions = entries(`
africa, americas, asia, indies, victoria, europe, antarctica, oceania, eurasia, north america, south america, latin america, central america,
middle east, near east, far east, north africa, maghreb, sahel, sahara, levant, balkans, caucasus, baltics, scandinavia,
caribbean, mediterranean, polynesia, melanesia, indochina, siberia, crimea, donbas, donbass, donetsk, luhansk, lugansk,
chechnya, dagestan, tatarstan, abkhazia, south ossetia, transnistria, nagorno karabakh, karabakh, kurdistan, rojava,
anatolia, thrace, gaza, gaza strip, west bank, golan heights, sinai, suez, kashmir, punjab, bengal, sindh, balochistan,
kerala, gujarat, tamil nadu, rajasthan, assam, goa, tibet, xinjiang, yunnan, sichuan, guangdong, hunan, hubei, fujian,
zhejiang, shandong, inner mongolia, hokkaido, honshu, kyushu, okinawa, java, sumatra, borneo, bali, sulawesi, mindanao,
darfur, biafra, katanga, tigray, somaliland, zanzibar, western sahara, catalonia, andalusia, castile, aragon, galicia,
basque country, brittany, normandy, burgundy, provence, aquitaine, alsace, lorraine, corsica, savoy, flanders, wallonia,
bavaria, saxony, silesia, pomerania, westphalia, rhineland, brandenburg, hesse, tyrol, tuscany, lombardy, sicily, sardinia,
piedmont, calabria, umbria, crete, transylvania, wallachia, moldavia, bessarabia, volhynia, lapland, jutland,
yorkshire, kent, essex, sussex, cornwall, devon, norfolk, suffolk, lancashire, cumbria, mercia, wessex, northumbria,
ulster, leinster, munster, connacht, highlands, hebrides, orkney, shetland, east anglia, midlands, alabama, alaska, arizona,
arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky,
louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada,
new hampshire, new jersey, new mexico, new york, north carolina, south carolina, north dakota, south dakota, ohio,
oklahoma, oregon, pennsylvania, rhode island, tennessee, texas, utah, vermont, virginia, west virginia, wisconsin, wyoming,
new england, midwest, southern california, puerto rico, guam, greenland, bermuda, ontario, quebec, british columbia,
alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, labrador, yukon, queensland, new south wales,
tasmania, western australia, south australia, northern territory, patagonia, amazonia, amazon, andes, alps, pyrenees,
himalayas, himalaya, carpathians, urals, rockies, appalachians, everest, kilimanjaro, vesuvius, danube, rhine, volga,
nile, thames, seine, euphrates, tigris, ganges, indus, mekong, yangtze, vistula, dnieper, niagara, gibraltar, bosphorus,
dardanelles, persian gulf, black sea, red sea, dead sea, baltic sea, north sea, caspian sea, south china sea, atlantic,
pacific, arctic, atlantic ocean, pacific ocean, indian ocean, arctic ocean, gulf of mexico, adriatic, aegean, earth,
moon, mars, venus, jupiter, saturn, neptune, uranus, sun, milky way, holy land, falklands, falkland islands, hawai'i,
eastern europe, western europe, central europe, central asia, southeast asia, east asia, south asia, west africa,
east africa, southern africa, sub saharan africa, third world, silk road, galapagos, azores, canary islands, the hague`);

const cities = entries(`
abidjan, abu dhabi, abuja, accra, addis ababa, aden, adelaide, ahmedabad, albany, aleppo, alexandria, algiers, almaty,
amman, amsterdam, anchorage, ankara, antakya, antalya, antioch, antwerp, arras, ashgabat, asmara, astana, asunción, athens,
atlanta, auckland, austin, avignon, baghdad, baku, baltimore, bamako, bandung, bangalore, bangkok, bangui, barcelona, basel,
basra, beijing, beirut, belfast, belgrade, benghazi, bergen, berlin, bern, bethlehem, birmingham, bishkek, bogotá, bogota,
bologna, bombay, bonn, bordeaux, boston, brasília, brasilia, bratislava, bremen, brest, bridgetown, brighton, brisbane,
bristol, brooklyn, bruges, brussels, bucharest, budapest, buenos aires, bujumbura, bukhara, bursa, busan, cairo, calais,
calcutta, calgary, cambridge, canberra, canterbury, cape town, caracas, cardiff, casablanca, chennai, chernobyl, chicago,
chișinău, chongqing, christchurch, cincinnati, cleveland, cologne, colombo, conakry, constantinople, copenhagen, cordoba,
córdoba, dakar, dallas, damascus, dar es salaam, darwin, delhi, denver, detroit, dhaka, dijon, dili, doha, donetsk,
dortmund, dresden, dubai, dublin, durban, dushanbe, düsseldorf, edinburgh, edmonton, essen, fallujah, fez, florence,
frankfurt, freetown, fresno, fukuoka, gaborone, gdańsk, gdansk, geneva, genoa, ghent, glasgow, gothenburg, granada,
grenoble, grozny, guadalajara, guangzhou, guantanamo, haifa, halifax, hama, hamburg, hangzhou, hanoi, hanover, harare,
harbin, hastings, havana, hebron, helsinki, herat, hiroshima, ho chi minh city, hollywood, homs, hong kong, honolulu,
houston, hyderabad, idlib, indianapolis, innsbruck, irkutsk, isfahan, islamabad, istanbul, izmir, jacksonville, jaffa,
jakarta, jeddah, jena, jericho, jerusalem, johannesburg, juba, kabul, kandahar, kampala, kansas city, karachi, karbala,
kathmandu, kazan, kharkiv, kharkov, khartoum, kherson, kiel, kiev, kyiv, kigali, kingston, kinshasa, kobane, kobani,
kolkata, königsberg, kraków, krakow, kuala lumpur, kuwait city, kyoto, lagos, lahore, la paz, las vegas, latakia, lausanne,
leeds, leicester, leiden, leipzig, leningrad, lhasa, libreville, lille, lilongwe, lima, lisbon, liverpool, ljubljana,
lomé, london, los angeles, louisville, luanda, lucerne, lusaka, lviv, lyon, lyons, maastricht, madras, madrid, malmö,
managua, manama, manchester, manhattan, manila, maputo, mariupol, marrakesh, marseille, marseilles, mecca, medellín,
medina, melbourne, memphis, mexico city, miami, milan, milwaukee, minneapolis, minsk, mogadishu, mombasa, monrovia,
monterrey, montevideo, montreal, moscow, mosul, multan, mumbai, munich, nagasaki, nagoya, nairobi, nanjing, nanking,
nantes, naples, nashville, ndjamena, newcastle, new delhi, new orleans, new york city, niamey, nicosia, normandie,
nottingham, nouakchott, novgorod, novosibirsk, nuremberg, odessa, odesa, orleans, osaka, oslo, ottawa, ouagadougou, oxford,
padua, palermo, palmyra, panama city, paris, pearl harbor, peking, perth, peshawar, philadelphia, phnom penh, phoenix,
pisa, pittsburgh, podgorica, poitiers, port au prince, port moresby, portland, porto, port said, potsdam, poznań, prague,
pretoria, pristina, providence, pyongyang, qamishli, quebec city, quito, rabat, ramallah, rangoon, raqqa, ravenna, reims,
reykjavik, riga, rio de janeiro, riyadh, rochester, rome, rostov, rotterdam, rouen, sacramento, saigon, salisbury,
salt lake city, salzburg, samarkand, sanaa, san antonio, san diego, san francisco, san josé, san jose, san juan,
san salvador, santiago, santo domingo, são paulo, sao paulo, sarajevo, seattle, seoul, sevastopol, seville, shanghai,
sheffield, shenzhen, shiraz, silicon valley, skopje, sochi, sofia, southampton, sparta, srebrenica, stalingrad,
st. louis, st. petersburg, st louis, st petersburg, stockholm, strasbourg, stuttgart, surabaya, sydney, tabriz, taipei,
tallinn, tashkent, tbilisi, tegucigalpa, tehran, teheran, tel aviv, thessaloniki, thimphu, tianjin, tirana, tobruk,
tokyo, toledo, toronto, toulouse, tripoli, troy, tucson, tunis, turin, ulaanbaatar, uppsala, utrecht, valencia,
valletta, vancouver, venice, verdun, versailles, vichy, vienna, vientiane, vilnius, vladivostok, volgograd, warsaw,
washington, washington d.c, wellington, westminster, wimbledon, windhoek, winnipeg, wittenberg, worcester, wrocław, wuhan,
xian, yalta, yangon, yaoundé, yekaterinburg, yerevan, yokohama, york, zagreb, zaporizhzhia, zürich, zurich, d.c, dc, davos,
minsk, camp david, potsdam, dayton, oakland, long beach, beverly hills, notre dame, wall street, times square, red square`);

/** Places as they are written, in lower case with single spaces: "saudi arabia", "u.s", "guinea bissau". */
export const placeNames: ReadonlySet<string> = new Set([...countries, ...regions, ...cities]);

/** The most words that one of them has. */
export const longestPlaceName = 6;

/** What a place's name ends (or begins) with: "Lake Chad", "Palace of Culture", "Red River". */
export const placeHeads: ReadonlySet<string> = new Set(
  `airport archipelago avenue basin bay beach bridge borough canal canyon cape castle cathedral cemetery city coast colony
  county creek desert district empire falls forest fort gate glacier gulf hall harbor harbour heights hill hills hotel
  house island islands isle isles kingdom lake lakes library lodge mosque mount mountain mountains museum ocean oblast
  palace park parish peninsula plain plains plateau port prefecture province region republic reservoir ridge river road
  sea shore springs square stadium station strait straits street temple territory theater theatre tower town township
  valley village volcano way zone basilica abbey monastery arena pass observatory garden gardens lighthouse reef tunnel
  highway motorway boulevard lane quarter sultanate duchy emirate caliphate principality point land dependency shelf pole area plaza boulevard`.split(
    /\s+/,
  ),
);

/** Words that make another place of a place: "Greater Syria", "northern China". */
export const placeModifiers: ReadonlySet<string> = new Set(
  `greater northern southern eastern western central north south east west northeast northwest southeast southwest upper
  lower inner outer old new great modern ancient medieval downtown mainland occupied coastal rural imperial northeastern
  northwestern southeastern southwestern mid`.split(/\s+/),
);

/** Endings that few words besides places have. */
export const placeEnding =
  /(?:stan|burg|bourg|burgh|shire|ville|abad|grad|polis|land|lands|borough|pur|istan|dorf|heim|wick)$/;
