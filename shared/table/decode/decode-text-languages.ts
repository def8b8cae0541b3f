// Which letters beyond ASCII a language uses, the most frequent first: what makes a decoding plausible.

export type Language = {
  /** ISO 639-1, compared with the locale. */
  code: string
  /** Small letters beyond ASCII, the most frequent first. */
  letters: string
  encodings: string[]
}

const western = ['windows-1252', 'macintosh', 'IBM850', 'IBM437', 'iso-8859-15']
const central = ['windows-1250', 'iso-8859-2', 'IBM852']
const turkish = ['windows-1254']
const baltic = ['windows-1257', 'iso-8859-13', 'iso-8859-4']
const cyrillic = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']

export const languages: Language[] = [
  { code: 'en', letters: 'éèñüöçïáíóäêôàâëú', encodings: western },
  { code: 'de', letters: 'üäößé', encodings: [...western, ...central] },
  { code: 'fr', letters: 'éèàêçôîûâùïëœüÿ', encodings: western },
  { code: 'es', letters: 'óíáéñúüç', encodings: western },
  { code: 'pt', letters: 'ãçáéíóõêâúàôü', encodings: western },
  { code: 'it', letters: 'àèùòéìç', encodings: western },
  { code: 'ca', letters: 'àéèóòíçúïü·', encodings: western },
  { code: 'nl', letters: 'ëéïöüèç', encodings: western },
  { code: 'sv', letters: 'äåöéü', encodings: western },
  { code: 'fi', letters: 'äöåé', encodings: western },
  { code: 'da', letters: 'æøåéöäü', encodings: western },
  { code: 'nb', letters: 'øåæéòôó', encodings: western },
  { code: 'is', letters: 'áðíéóþæöúý', encodings: western },
  { code: 'sq', letters: 'ëç', encodings: western },
  { code: 'pl', letters: 'łąęóśżćńź', encodings: central },
  { code: 'cs', letters: 'íáéěřšžčýůúňťďó', encodings: central },
  { code: 'sk', letters: 'áíéčšžýúľťňďôóäŕĺ', encodings: central },
  { code: 'hu', letters: 'áéőóöíüúű', encodings: central },
  { code: 'ro', letters: 'ăîţşâ', encodings: central },
  { code: 'ro', letters: 'ăîțșâ', encodings: ['iso-8859-16'] },
  { code: 'hr', letters: 'čšžćđ', encodings: central },
  { code: 'tr', letters: 'ıüşğçöâîû', encodings: turkish },
  {
    code: 'et',
    letters: 'äõüöšž',
    encodings: ['windows-1257', 'windows-1252', 'iso-8859-15', 'iso-8859-13', 'iso-8859-4'],
  },
  { code: 'lv', letters: 'āīēšņūžļģčķõ', encodings: baltic },
  { code: 'lt', letters: 'ėšžįųūčąę', encodings: baltic },
  { code: 'vi', letters: 'đươăâê\u0301\u0300ô\u0323\u0309\u0303áàéèíóúùâê', encodings: ['windows-1258'] },
  { code: 'ru', letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', encodings: cyrillic },
  { code: 'uk', letters: 'оанивіерткслумдпзябьгчйхцжюєїшщфґ', encodings: cyrillic },
  { code: 'bg', letters: 'аеионтсрвдлкмпзягъубчжщхцшйюфь', encodings: cyrillic },
  {
    code: 'sr',
    letters: 'аиоенртсјвукмдплзгбчњшцжћхљђфџ',
    encodings: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'],
  },
  {
    code: 'mk',
    letters: 'аоеитнрсвдкјлмпузгбчшцњќжфѓљхѕџ',
    encodings: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'],
  },
  { code: 'be', letters: 'аніоерстклдўуымвпяьзгбйшчжхцюэфё', encodings: ['windows-1251', 'iso-8859-5', 'koi8-u'] },
  { code: 'el', letters: 'αοιετσνρηυκπλωςμίόέάγδθχύήβώφξζψϊϋ', encodings: ['windows-1253', 'iso-8859-7'] },
  { code: 'he', letters: 'יוהלארתבמשנעםדקחפגצזטכסןךץףְִֵַָּ', encodings: ['windows-1255', 'iso-8859-8'] },
  { code: 'ar', letters: 'اليمنرتوبةعدسفهكقأحجشصىخإذطضزئءغثؤظآ', encodings: ['windows-1256', 'iso-8859-6'] },
  { code: 'fa', letters: 'اردنمهتسوبشکزگفقخجچعپلحصطيآضغذثظژئ', encodings: ['windows-1256'] },
  { code: 'th', letters: 'านรอก่เ้งมยลัวดทีสติะปบคิหแจพช็ุขู์ใไโผำถณศซึฟืธภษญฐๆฎฆฬฒฌฉฏฝฮฤ๊๋', encodings: ['windows-874'] },
]

/** How likely each encoding is before a byte was read, in natural logarithms; those not named are the usual ones. */
export const rarity: Record<string, number> = {
  'iso-8859-15': -3,
  macintosh: -4,
  IBM850: -4.5,
  IBM437: -5.5,
  IBM852: -5,
  'iso-8859-2': -1.5,
  'iso-8859-13': -2,
  'iso-8859-4': -4,
  'iso-8859-16': -3,
  'koi8-u': -1,
  'iso-8859-5': -3,
  ibm866: -3,
  'x-mac-cyrillic': -5,
  'iso-8859-7': -2,
  'iso-8859-8': -2,
  'iso-8859-6': -2,
  'windows-1258': -3,
}
