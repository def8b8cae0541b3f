// Tells what kind of thing each word of a text looks like: a number, a name, a plain word.
import type { WordIndex } from './index-words.ts'
import { Level, type Levels } from './read-levels.ts'
import { Kind } from './read-words.ts'

export const Shape = { none: 0, digits: 1, name: 2, word: 3, dense: 4, sign: 5 } as const

// Words that begin sentences without naming anyone, and words that say little about what stands beside them.
export const functionWords = new Set(
  (
    'a an the this that these those it its he she they we you i his her their our my your who which what when where while if as at by for from in into of on off onto out over to with without and or but nor so yet than then there here is are was were be been being has have had do does did will would can could may might shall should must not no also just only about around after before during per via all both each every any some most more less very ' +
    'however meanwhile moreover additionally overall finally yesterday today tomorrow later earlier now according despite although though because since until despite once again still next last first second third another other many several such unlike like besides instead thus therefore hence please thanks thank hi hello dear yes ok okay well note total sum ' +
    'der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich sein seine ihre und oder aber ist sind war waren hat haben hatte wird werden mit von vom zu zum zur im in am an auf aus bei für nach über unter vor um durch ohne gegen bis seit als wie auch nicht nur noch sehr dann da hier dort heute gestern morgen danach außerdem zuletzt ' +
    'le la les un une des du de d l il elle ils elles nous vous je son sa ses leur leurs et ou mais est sont était a ont avec sans pour par sur sous dans en au aux à chez vers depuis pendant puis ensuite aussi hier aujourd hui ce cette ces cet qui que ' +
    'el los las una unos unas del al es son fue era ha han con sin por para sobre entre desde hasta y o pero él ella ellos ellas su sus se lo le hoy ayer luego también este esta estos ese esa ' +
    'il lo gli uno di da nel nella dal dalla con su per tra fra e o ma è sono era ha hanno lui lei loro suo sua si oggi ieri poi anche questo questa o os as um uma do dos das no na nos nas ao com sem em pelo pela foi eram tem têm ele ela eles elas seu sua hoje ontem depois também ' +
    'het een van in op te met voor door bij naar uit aan om en of maar is zijn was waren heeft hebben hij zij ze wij haar gisteren vandaag daarna ook dit deze ' +
    'в на с со к ко от до из у о об по за для при без и а но или не он она они оно его её ее их мы вы я это был была были есть сегодня вчера потом также затем'
  ).split(' '),
)

/** The shape of every token; a name begins with a capital and is not one only because its sentence begins. */
export function readShapes(words: WordIndex, levels: Levels): Uint8Array {
  const shapes = new Uint8Array(words.count)
  const lower = new Set<string>()
  for (let at = 0; at < words.count; at++) {
    if (words.kinds[at] === Kind.word && !isUpper(words, at)) lower.add(words.keys[at]!)
  }
  for (let at = 0; at < words.count; at++) {
    const kind = words.kinds[at]
    if (kind === Kind.digits) shapes[at] = Shape.digits
    else if (kind === Kind.dense) shapes[at] = Shape.dense
    else if (kind === Kind.sign) shapes[at] = Shape.sign
    else if (!isUpper(words, at)) shapes[at] = Shape.word
    else {
      const key = words.keys[at]!
      const leads = articles.has(key) && levels.before[at]! < Level.sentence && isCapital(words, at + 1)
      const common = (functionWords.has(key) && !leads) || (levels.before[at]! >= Level.sentence && lower.has(key))
      shapes[at] = common ? Shape.word : Shape.name
    }
  }
  return shapes
}

// Within a sentence, as in Los Angeles or The Anchor, an article with a capital belongs to the name behind it.
const articles = new Set('the le la les el los las il lo gli os as der die das het de'.split(' '))

const isCapital = (words: WordIndex, at: number) =>
  at < words.count &&
  words.kinds[at] === Kind.word &&
  words.starts[at]! - words.ends[at - 1]! === 1 &&
  isUpper(words, at)

function isUpper(words: WordIndex, at: number): boolean {
  const start = words.starts[at]!
  const code = words.text.charCodeAt(start)
  if (code < 128) return code >= 65 && code <= 90
  const first = String.fromCodePoint(words.text.codePointAt(start)!)
  return first.toLowerCase() !== first
}
