// The words in which texts say how many records follow, in the languages that people paste from.

/** Numbers as words, up to twelve, as they stand before a noun. */
const spelled: [number, string][] = [
  [1, 'one'],
  [2, 'two zwei deux dos due dois duas twee två to dwa dwie две два 二 두 iki dua'],
  [3, 'three drei trois tres tre três drie tre trzy три 三 세 üç tiga'],
  [4, 'four vier quatre cuatro quattro quatro vier fyra fire cztery четыре 四 네 dört empat'],
  [5, 'five fünf cinq cinco cinque cinco vijf fem pięć пять 五 다섯 beş lima'],
  [6, 'six sechs seis sei zes sex seks sześć шесть 六 여섯 altı enam'],
  [7, 'seven sieben sept siete sette sete zeven sju syv siedem семь 七 일곱 yedi tujuh'],
  [8, 'eight acht huit ocho otto oito åtta otte osiem восемь 八 여덟 sekiz delapan'],
  [9, 'nine neun neuf nueve nove negen nio ni dziewięć девять 九 아홉 dokuz sembilan'],
  [10, 'ten zehn dix diez dieci dez tien tio ti dziesięć десять 十 열 on sepuluh'],
  [11, 'eleven elf onze once undici elva elleve jedenaście одиннадцать 十一 열한'],
  [12, 'twelve zwölf douze doce dodici doze twaalf tolv dwanaście двенадцать 十二 열두'],
]

/** The number that a word stands for, by the word in lower case. */
export const numberWords: Map<string, number> = new Map(
  spelled.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
)

/** Words directly before a count that say that a list of that many is here. */
export const leadIn =
  'the following|following|these|those|here are(?: the| my| our| all)?|below are(?: the)?|list of|all|a total of|die folgenden|folgende|diese|hier sind(?: die)?|insgesamt|alle|les|voici(?: les)?|ces|au total|los|las|los siguientes|las siguientes|estos|estas|aquí están(?: los| las)?|aquí (?:van|tienes)(?: los| las)?|en total|i seguenti|le seguenti|questi|queste|ecco(?: i| le| gli)?|in totale|os seguintes|as seguintes|aqui estão(?: os| as)?|no total|de volgende|deze|hier zijn(?: de)?|in totaal|följande|dessa|här är(?: de)?|totalt|følgende|disse|her er(?: de)?|oto|następujące|łącznie|вот|следующие|эти|всего|aşağıdaki|şu|toplam|berikut(?: adalah)?'

/** Words before a count that say so only when a colon ends the sentence: "we have 3 lamps" announces none. */
export const weakLeadIn =
  'we have|we got|we received|there are|there were|i have|i need|es gibt|wir haben|ich habe|il y a|nous avons|j’ai|hay|tenemos|tengo|ci sono|abbiamo|há|temos|tenho|er zijn|we hebben|det finns|vi har|mamy|jest|у нас|ada'

/** Measure words with which Chinese, Japanese and Korean count records. */
export const counters =
  '件|名|人|個|つ|点|社|台|冊|枚|回|行|项|項|条|條|个|位|份|家|张|張|笔|筆|部|건|명|개|분|곳|줄|가지'

/** Words around such a count that announce a list. */
export const asianLead = '以下|下記|次|下列|下面|如下|共|合計|全部|計|总共|一共|共有|다음|아래|총|모두'

/**
 * What is counted but is no record: units, times, money. A count of these announces nothing, nor does a count of what
 * one record holds.
 */
export const noRecords = new RegExp(
  `^(?:${[
    'days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|times?|o’clock|percent|per|st|nd|rd|th|am|pm',
    'tag|tage|tagen|wochen?|monate?n?|jahre?n?|stunden?|minuten?|uhr|mal|prozent',
    'jours?|semaines?|mois|ans?|années?|heures?|minutes?|fois',
    'días?|semanas?|meses|mes|años?|horas?|minutos?|veces|giorni|settimane|mesi|anni|ore|minuti|volte',
    'dias?|anos?|vezes|dagen|weken|maanden|jaar|uur|keer|dagar|veckor|månader|år|timmar|dager|uker|timer',
    'dni|tygodni\\w*|miesi\\w+|lat|godzin\\w*|дн\\w+|недел\\w+|месяц\\w*|лет|час\\w*|минут\\w*|gün|hafta|ay|yıl|saat',
    'euros?|dollars?|pounds?|francs?|yen|usd|eur|gbp|chf|kg|g|lbs?|oz|km|m|cm|mm|mi|miles?|ft|gb|mb|kb|tb|l|ml|k|kw|kwh',
    'columns?|spalten|colonnes|columnas|colonne|colunas|kolommen|kolumner|fields?|felder|sheets?|tables?|tabellen?|pages?',
    'seiten?|percent|pct|points?|degrees?|characters?|words?|lines?|digits?|stars?|levels?|steps?|nights?|people per',
  ].join('|')})$`,
  'iu',
)
