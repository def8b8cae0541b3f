// Tells a line that only asks for a table ("make a table of this, please") from one that says what it is about.

/** What such lines are made of, folded: lower case, without accents. A line of nothing else says nothing. */
const words = new Set(
  [
    // English
    'a an and as at below can columns convert could create csv data do excel extract file fill following for from format get give google here hi hello hey i in information into is it list lists make me my of on organise organize out paste pasted please put read rows sheet sheets some spreadsheet structure structured tab table tables tabular text that the them these this those to transform turn up us want with would you your attached',
    // German
    'alle alles als an anbei auf aus bitte das daraus daten davon dem den der die diese diesem diesen dieser dieses ein eine einem einen einer er erstelle erstellen es folgende folgenden folgendes fur gib hallo hier ich im in ist kannst konntest konvertiere liste listen mach mache machen mir nach oder ordne sie strukturiere tabelle tabellen tabellarisch text um umwandeln und uns unten von wandle was wie zu zusammen',
    // French
    'au aux avec bonjour ca ce ceci cela ces cet cette ci converti convertir convertis cree creer dans de des dessous donnees du en et extrais fais faire fichier il je l la le les lignes liste listes ma me merci mets mettre mettez moi mon peux plait pour pouvez pourrais s sous stp suit svp tableau tableaux te texte transforme transformer tu un une vous d peut faites',
    // Spanish, Portuguese, Italian
    'a al anexo archivo aqui con convertir convierte crea crear dame datos de del e el en esta estas este esto estos favor formato haga hazme haz hola la las lista listas los me mi organiza pasa pon por porfavor puedes siguiente siguientes tabla tablas texto un una y arquivo cria criar com dados essa esse estes faca faz fazer isso isto lo meu minha na no numa num o os para pode planilha por segue tabela tabelas transforma transformar transforme um uma abaixo allegato che ci ciao con crea creare cortesia da dai dati dei di elenco estrai fai fammi favore file foglio gli i il in la le lista metti per puoi queste questi questo qui seguente seguenti sotto tabella tabelle testo trasforma un uno converti',
    // Dutch, Polish, Czech, Swedish, Danish, Norwegian
    'aub alsjeblieft bestand deze dit een graag hallo het hier in je kan lijst maak maken me mij om onderstaande tabel tabellen tekst van volgende voor zet daj danych dane do i ja lista liste mi na nizej o plik ponizsze prosze proszem przeksztalc stworz ta tabela tabele tabeli te tego tekst tekstu to utworz w z ze zrob prosim vytvor udelej tabulku tabulka data tohoto z detta den det en ett gor kan lista med mig och om skapa snalla tabell tabellen text till vanligen av lag liste listen lav denne dette disse fra gjor opprett',
    // Turkish, Indonesian, Russian, Ukrainian
    'bana bir bu bunu bundan dosya hazirla icin lutfen listele liste metni olarak olustur sunu tablo tabloya veri verileri yap buat buatkan dari dan ini jadikan ke data daftar tabel tolong ubah yang в во и из из-за на на- по с со это этот эта эти этого этих мне пожалуиста сделаи сделаите создаи создаите таблица таблицу таблицы таблице преобразуи список списка списком текст текста данные данных привет здравствуите зроби створи таблицю цього будь ласка з із ці дані цеи',
    // Arabic, Hebrew, Hindi
    'اجعل اعمل انشئ أنشئ إلى الى الجدول البيانات التالي التالية جدول جدولا حول في فضلك لي من هذا هذه هذة النص طבלה בבקשה טבלה טבלת הכן זה זאת את של לי מה צור תעשה רשימה כאן הנה מזה नीचे इस इसे इसकी से एक का की के को कृपया टेबल तालिका बनाओ बनाइए बनाएं में डेटा सूची यह',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
)

/** In scripts that set no spaces: longest first, so that a part is not taken out of its whole. */
const phrases = [
  '制作成表格 整理成表格 转换成表格 转换为表格 製成表格 整理成 转换成 转换为 轉換成 請幫我 请帮我 帮我 幫我 制作 製作 做成 做个 做一个 生成 提取 创建 建立 表格 表单 列表 清单 清單 数据 數據 以下 下面 上面 内容 內容 文本 文字 文件 这个 這個 这些 這些 一个 一個 一下 谢谢 謝謝 您好 你好 请 請 把 将 將 这 這 成 为 為 的 用 从 從 里 中 做 表 个 個',
  'スプレッドシート してください をください お願いします おねがいします まとめてください まとめて 作成してください 作ってください 作成して 作って ください テキスト テーブル ファイル 一覧表 一覧 データ 内容 以下 次の 下記 これを この この文 これ それ を に の で が は から まで として して にして 表 作成 リスト 形式',
  '스프레드시트로 스프레드시트 정리해주세요 정리해줘 만들어주세요 만들어줘 만들어 주세요 해주세요 정리해 부탁해요 부탁합니다 데이터 텍스트 목록 리스트 아래 다음 내용 파일 이것을 이것 이걸 이 를 을 로 으로 표로 표 의 에서 줘 좀',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length)

function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '')
  return bare.normalize('NFC').toLowerCase().replaceAll('ı', 'i')
}

/** Scripts whose words run together. */
const runOn = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether nothing but the wish for a table stands there, in any of the languages above. */
export function isPlainRequest(line: string): boolean {
  if (line.length > 200) return false
  let rest = line.normalize('NFC')
  if (runOn.test(rest)) for (const phrase of phrases) rest = rest.replaceAll(phrase, ' ')
  const left = fold(rest).match(/[\p{L}\p{N}]+/gu) ?? []
  return left.every((word) => words.has(word))
}
