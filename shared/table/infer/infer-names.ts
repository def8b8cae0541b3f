// What the name of a column says about the values below it.
import { currencyCode, currencyNamed } from '../parse/parse-currency.ts'

const bounded = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})(?:$|[^\\p{L}])`, 'iu')

// Digits under these names are codes: nobody adds up postcodes.
const codes = bounded(
  '(?:phone|telephone|fax|tel|telefon|telefono|teléfono|telefone|téléphone|telefoon|telepon|whatsapp)(?:s|number|nummer|no|nr)?|zip|zipcode|zip_?code|postcode|postal|postnummer|plz|postleitzahl|cep|cap|iban|bic|isbn|issn|ean|gtin|upc|barcode|sku|ssn|电话|電話|電話番号|手机|邮编|邮政编码|郵便番号|우편번호|전화번호|휴대폰|телефон|индекс|هاتف|رقم الهاتف|फ़ोन|पिन कोड|pincode|nip|vat ?id|ust-?id|npwp|cpf|cnpj',
)
// These also name things that are counted or measured; only long digits below them are telephone numbers.
const longCodes = bounded(
  '(?:mobile|handy|mobil|móvil|movil|celular|portable|cellulare|cell|gsm|hp)(?:s|number|nummer|no|nr|phone)?',
)
// 3:45 under such a name is a length of time, not a time of day.
const durations = bounded(
  'duration|length|elapsed|runtime|pace|lap|laps|dauer|laufzeit|länge|fahrzeit|durée|duración|durata|duração|duur|czas trwania|długość|длительность|продолжительность|süre|所要時間|时长|時長|소요시간|مدة|अवधि',
)
// 20260305 under such a name is a day.
const dates =
  /date|datum|dato\b|fecha|дата|tarih|日期|日付|年月日|날짜|일자|تاريخ|दिनांक|तारीख|তারিখ|tanggal|tgl|ngày|วันที่|päivä|dátum|ημερομηνία|timestamp|time_?stamp|yyyymmdd|\bymd\b|\bdt\b|\bts\b|_dt\b|\bdob\b|birth|\bday\b|\bdata\b|geburt|naissance|created|updated|modified|issued|expir|since|until|\bdtm?\b/iu

// aCamelName and a_snake_name are words too.
function wordsOf(header: string): string {
  return header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')
}

/** Whether the name speaks of codes: `short` ones such as postcodes, or only `long` ones such as mobile numbers. */
export function codesNamed(header: string): 'short' | 'long' | null {
  const words = wordsOf(header)
  return codes.test(words) ? 'short' : longCodes.test(words) ? 'long' : null
}

export function durationNamed(header: string): boolean {
  return durations.test(wordsOf(header))
}

export function dateNamed(header: string): boolean {
  return dates.test(header) || dates.test(wordsOf(header))
}

/** "Price (EUR)", "Betrag in €", "Amount [USD]", "price_usd": the unit of the plain numbers below. */
export function currencyInHeader(header: string, locale: string | undefined): string | null {
  const match =
    /[([]\s*(?:in\s+)?([^\d\s()[\]]{1,8}|[A-Z]{2}\s?\$)\s*[)\]]\s*$|(?:^|[\s,:/-])(?:in\s+|en\s+|em\s+|w\s+|в\s+)?([€£₹₽₩₺$¥₫₪฿]|[A-Z]{3})\s*$/u.exec(
      header,
    )
  const sign = match?.[1] ?? match?.[2]
  if (sign && header.trim() !== sign) {
    return currencyCode(sign, locale) ?? (sign.length > 3 ? currencyNamed(sign, locale) : null)
  }
  const snake =
    /(?:price|amount|cost|total|revenue|sales|salary|fee|value|preis|betrag|prix|precio)s?_(usd|eur|gbp|jpy|inr|cny|chf|cad|aud|brl)$/i.exec(
      header,
    )
  return snake ? snake[1]!.toUpperCase() : null
}
