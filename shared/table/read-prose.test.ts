// Proves that prose, code, lists and mail in several languages are not taken for tables.
import { expect, it } from 'vitest'
import { readTables } from './read.ts'

const samples: Record<string, string> = {
  'a sentence with commas': 'We bought apples, pears, and plums, then went home, tired, happy, and late.',
  'a paragraph':
    'In March, we sold 1,234 units, in April, 1,301.\nIn May, sales fell, sadly, to 998 units.\nIn June, they rose, again, to 1,450.',
  'a poem':
    'Roses are red, violets are blue,\nSugar is sweet, and so are you,\nThe roses have wilted, the violets are dead,\nThe sugar bowl is empty, and so is your head.',
  'short comma lines': 'Hello, Ada,\nthanks, really,\nsee you, soon,\nbye, bye',
  letter:
    'Dear Ada,\n\nthank you for your message, it was a pleasure, truly.\nWe will come on Monday, if the weather, which is bad, allows it.\n\nBest, Alan',
  addresses: '12 Main St, Springfield, Illinois\n4 Oak Ave, Shelbyville, Indiana\n9 Elm Rd, Ogdenville, Ohio',
  places: 'Berlin, Germany\nParis, France\nRome, Italy',
  'one line of numbers': 'The values were 1,2,3 and 4,5,6.',
  'thousands in lines': 'Revenue was 1,234\nCosts were 2,345\nProfit was 3,456',
  'decimal commas in lines': 'Brot kostet 3,50\nMilch kostet 1,20\nKäse kostet 7,90',
  'a list of thousands': '1,234\n2,345\n3,456\n4,567',
  german:
    'Sehr geehrte Frau Müller,\n\nvielen Dank für Ihre Nachricht; wir melden uns, sobald wir können.\nDie Lieferung kommt am 15.04.2026, spätestens am 16.04.2026.\n\nMit freundlichen Grüßen',
  french:
    'Bonjour à tous,\nnous avons reçu vos documents ; merci beaucoup.\nNous viendrons lundi, mardi, ou mercredi ; cela dépend.\nÀ bientôt, Claire',
  spanish:
    'Hola, buenos días:\nte escribo porque, como sabes, mañana vienen Juan, Pedro y María.\nSi puedes, compra pan, leche y huevos.\nUn abrazo, Lucía',
  italian:
    'Caro Marco,\nieri, dopo cena, siamo usciti, abbiamo parlato, e poi siamo tornati.\nFammi sapere, quando puoi, se vieni.',
  japanese: 'こんにちは、田中です。\n昨日は、ありがとうございました。\nまた、来週、お会いしましょう。',
  chinese: '你好,我是小王,今天天气很好,我们去公园吧。\n明天,如果下雨,我们就在家,看电影。\n后天再说,好吗？',
  russian:
    'Привет, Анна!\nМы приехали вчера, устали, но довольны.\nЗавтра, если будет погода, пойдём в парк, а потом в музей.',
  'semicolon prose':
    'I came; I saw; I conquered.\nShe left; he stayed; nobody asked.\nIt rained; we waited; it stopped.',
  'a chat': 'Ada: hi there\nAlan: hello Ada, how are you?\nAda: fine, thanks\nAlan: great',
  'a long chat':
    'Ada: Can you send me the report, please?\nBob: Sure, which one do you mean exactly?\nCleo: I think she means the March one.',
  'mail headers':
    'From: Ada Lovelace\nTo: Alan Turing\nSubject: Engines\nDate: Mon, 2 Mar 2026\n\nHello Alan, see below.',
  remarks: 'Note: this is important\nWarning: do not touch the red button\nTip: read the manual first',
  'labelled sentences':
    'Pros: it is fast and everyone in the team likes to use it every day.\nCons: it is expensive and the support takes a long time to answer.\nVerdict: we should keep it for another year and look again then.',
  'two facts': 'Phone: 555-1234\nFax: 555-1235',
  'a heading list': '# Title\n\n- one, two\n- three, four\n- five, six\n',
  'a numbered list': '1.\tFirst item, with comma\n2.\tSecond item, with comma\n3.\tThird item',
  'a bulleted list': '•\tFirst\n•\tSecond\n•\tThird',
  'Markdown with rules': 'Intro\n\n---\n\nText | with a pipe\n\n---\n\nMore',
  'a setext heading': 'Title | Subtitle\n----------------\n\nText.',
  navigation: 'Home | About | Contact',
  'two shell pipes': 'cat a.txt | sort\ncat b.txt | uniq -c\nls -l | wc',
  javascript: 'const a = foo(1, 2)\nconst b = bar(3, 4)\nconst c = baz(5, 6)\nif (a || b) {\n  return [a, b]\n}',
  'c code': 'int a; int b;\na = 1; b = 2;\nfor (i = 0; i < n; i++) {\n  x[i] = 0;\n}',
  css: 'a { color: red; }\nb { margin: 0; }\n.c { padding: 1px; }',
  'css block': '.box {\n  color: red;\n  margin: 0 auto;\n  padding: 1px;\n}',
  python: 'def f(a,b):\n    return a+b\n\nprint(f(1,2))\nprint(f(3,4))\nx = [1,2,3]',
  imports: 'import {a,b} from "x"\nimport {c,d} from "y"\nimport {e,f} from "z"',
  makefile: 'all: build\n\nbuild:\n\tgcc -o a a.c\n\tstrip a\n\nclean:\n\trm -f a\n',
  'json config': '{\n  "name": "x",\n  "version": "1.0.0",\n  "private": true\n}',
  'a json list of words': 'Use ["a", "b", "c"] or [1, 2, 3] here.',
  'sentences with two spaces':
    'This is old style.  Two spaces follow.\nIt was common once.  It is rare now.\nSome people like it.  Others do not.',
  'a signature': 'Best regards,\n\nAda Lovelace\nAnalytical Engines Ltd.\nLondon, UK',
  'a dialogue': '"Hello," she said, "how are you?"\n"Fine," he said, "and you?"\n"Fine," she said, "thanks."',
  'names in lines': 'Ada, Alan, and Grace\nJoan, Mary, and Edith\nTim, Vint, and Bob',
  'dates in prose': 'On March 5, 2026, we met.\nOn March 6, 2026, we talked.\nOn March 7, 2026, we left.',
  'html without a table': '<p>Hello, <b>world</b></p>\n<ul><li>a, b</li><li>c, d</li></ul>',
  empty: '',
  'white space': ' \n\t\n  \n',
  'a url list': 'https://example.com/a,b\nhttps://example.com/c,d',
  recipe: 'Mix flour, sugar, and salt.\nAdd eggs, milk, and butter.\nBake for 30 minutes, cool, and serve.',
  'ascii art': '  /\\_/\\  \n ( o.o ) \n  > ^ <  ',
  questions:
    'Who are you, and what do you want?\nWhere are you from, and why are you here?\nWhen will you leave, and how?',
  'log sentence': 'Error: file not found, line 5, column 3\nplease check, and retry',
  portuguese: 'Olá, tudo bem?\nAmanhã, às 10:30, temos reunião, na sala 5.\nLeve caneta, papel, e café.',
  polish: 'Cześć, co słychać?\nJutro, o 10:30, mamy spotkanie, w sali 5.\nWeź długopis, papier, i kawę.',
  turkish: 'Merhaba, nasılsın?\nYarın, saat 10:30, toplantı var, salon 5.\nKalem, kağıt, ve kahve getir.',
  arabic: 'مرحبا، كيف حالك؟\nغدا، في الساعة 10:30، لدينا اجتماع.\nأحضر قلما، وورقة، وقهوة.',
  'front matter': '---\ntitle: My page\ndate: 2026-03-01\nauthor: Ada\n---\n\nText of the page.',
  lyrics: 'la la la, la la\nda da da, da da\nna na na, na na',
  haiku: 'An old silent pond,\na frog jumps into the pond,\nsplash! Silence again.',
  'a bibliography':
    'Knuth, D. E., The Art of Computer Programming, Addison-Wesley, 1968.\nTuring, A. M., Computing Machinery and Intelligence, Mind, 1950.\nShannon, C. E., A Mathematical Theory of Communication, Bell System, 1948.',
}

it.each(Object.entries(samples))('finds no table in %s', (_name, text) => {
  expect(readTables(text)).toEqual([])
})
