// The small numbers that people write as words, in the languages in which they are written so most.

const lines: [number, string][] = [
  [0, 'zero null zéro cero nula ноль noll nul sıfır صفر शून्य zerowy'],
  [
    1,
    'one eins einmal einen einer eine ein un une uno una um uma een één en ett один одна одно jeden jedna bir واحد واحدة एक satu một 하나 한',
  ],
  [2, 'two twice zwei zweimal deux dos due dois duas twee två два две dwa dwie iki اثنان اثنين दो dua hai 둘 두'],
  [3, 'three thrice drei dreimal trois tres tre três drie три trzy üç ثلاثة ثلاث तीन tiga ba 셋 세'],
  [4, 'four vier quatre cuatro quattro quatro fyra четыре cztery dört أربعة أربع चार empat bốn 넷 네'],
  [5, 'five fünf cinq cinco cinque vijf fem пять pięć beş خمسة خمس पाँच पांच lima năm 다섯'],
  [6, 'six sechs seis sei zes seks шесть sześć altı ستة ست छह enam sáu 여섯'],
  [7, 'seven sieben sept siete sette sete zeven sju syv семь siedem yedi سبعة سبع सात tujuh bảy 일곱'],
  [8, 'eight acht huit ocho otto oito åtta otte восемь osiem sekiz ثمانية ثماني आठ delapan tám 여덟'],
  [9, 'nine neun neuf nueve nove negen nio девять dziewięć dokuz تسعة تسع नौ sembilan chín 아홉'],
  [10, 'ten zehn dix diez dieci dez tien tio десять dziesięć عشرة عشر दस sepuluh mười 열'],
  [11, 'eleven elf onze once undici elva elleve одиннадцать jedenaście ग्यारह'],
  [
    12,
    'twelve zwölf douze doce dodici doze twaalf tolv двенадцать dwanaście dozen dutzend douzaine docena dozzina बारह',
  ],
  [13, 'thirteen dreizehn treize trece tredici treze dertien tretton тринадцать trzynaście'],
  [14, 'fourteen vierzehn quatorze catorce quattordici catorze veertien fjorton четырнадцать czternaście'],
  [15, 'fifteen fünfzehn quinze quince quindici vijftien femton пятнадцать piętnaście'],
  [16, 'sixteen sechzehn seize dieciséis sedici dezesseis dezasseis zestien sexton шестнадцать szesnaście'],
  [17, 'seventeen siebzehn diecisiete diciassette dezessete dezassete zeventien sjutton семнадцать siedemnaście'],
  [18, 'eighteen achtzehn dieciocho diciotto dezoito achttien arton восемнадцать osiemnaście'],
  [19, 'nineteen neunzehn diecinueve diciannove dezenove dezanove negentien nitton девятнадцать dziewiętnaście'],
  [20, 'twenty zwanzig vingt veinte venti vinte twintig tjugo двадцать dwadzieścia yirmi عشرون عشرين बीस'],
  [30, 'thirty dreißig dreissig trente treinta trenta trinta dertig trettio тридцать trzydzieści otuz'],
  [40, 'forty vierzig quarante cuarenta quaranta quarenta veertig fyrtio сорок czterdzieści kırk'],
  [50, 'fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig femtio пятьдесят pięćdziesiąt elli'],
  [60, 'sixty sechzig soixante sesenta sessanta sessenta zestig sextio шестьдесят altmış'],
  [70, 'seventy siebzig setenta settanta zeventig sjuttio семьдесят yetmiş'],
  [80, 'eighty achtzig ochenta ottanta oitenta tachtig åttio восемьдесят seksen'],
  [90, 'ninety neunzig noventa novanta negentig nittio девяносто doksan'],
]

/** The value of every number word, by its normal form. */
export const numberWords = new Map<string, number>(
  lines.flatMap(([value, names]) => names.split(' ').map((name): [string, number] => [name, value])),
)

/** Words that count one and are articles far more often. */
export const articles = new Set('ein einmal eine einen einer un une una um uma een en ett on to pair couple'.split(' '))

// Number words that are other words elsewhere, and what shows that the language is theirs.
const homonyms: Record<string, RegExp> = {
  once: /(?<!\p{L})(?:el|los|las|con|para|del|y)(?!\p{L})/u,
  sei: /(?<!\p{L})(?:il|gli|che|della|per|con)(?!\p{L})/u,
  otto: /(?<!\p{L})(?:il|gli|che|della|per|con)(?!\p{L})/u,
  ten: /^[^ąęśłżźćń]*$/u,
  sept: /(?<!\p{L})(?:le|la|les|et|pour|des|du)(?!\p{L})/u,
  elf: /(?<!\p{L})(?:der|die|das|und|mit|het|een|van|en)(?!\p{L})/u,
  ba: /[ăâđêôơư]/u,
  dua: /(?<!\p{L})(?:yang|dan|di|untuk)(?!\p{L})/u,
}

/** Whether a number word is meant as one in a text. */
export function isNumberWord(word: string, text: string): boolean {
  return !Object.hasOwn(homonyms, word) || homonyms[word]!.test(text)
}
