// Chats and mails as people outside English really write them, tables squeezed in between, written by hand, with the tables marked.
import { type FindingCase, marked } from './finding.ts'

export const abroadTexts: FindingCase[] = [
  marked(
    'Versandliste',
    'mail',
    'de',
    `Hallo zusammen, hallo Anna, hallo Bernd,
⟦semicolon 3⟧Name;Straße;PLZ;Ort
Anna Ahorn;Beispielweg 4;01234;Musterstadt
Bernd Birke;Dorfstr. 12 a;99999;Au
Clara Zeder;Am Kai 1;20000;Nordhafen⟦/⟧
Bitte bis Freitag verschicken, danke!
Jo`,
  ),
  marked(
    'Antwort mit Liste',
    'chat',
    'de',
    `Klar, hier die Übersicht:

⟦markdown 3⟧Boot | Länge | Preis
:-- | --: | --:
Anna | 12,5 m | 4.500 €
Bernd | 14 m | 6.100 €
Clara | 9 m | —⟦/⟧

Soll ich noch weitere Boote ergänzen?`,
  ),
  marked(
    'Kosten mit Spiegelstrichen',
    'mail',
    'de',
    `Hallo Jo,

bisher sind angefallen:

⟦pairs⟧- Boot: 4.500,00 €
- Taue: 120,00 €
- Farbe: 88,50 €⟦/⟧

Der Rest kommt noch.
Viele Grüße`,
  ),
  marked(
    'Umsätze eingefügt',
    'mail',
    'de',
    `Guten Morgen,

die letzten Buchungen, direkt aus dem Konto:

⟦tsv 3⟧Datum	Empfänger	Zweck	Betrag
01.03.2024	Stadtwerke	Abschlag, März	-88,00 €
04.03.2024	Bäckerei Öhm	Kuchen	-12,40 €
05.03.2024	Firma Muster	Gehalt	2.100,00 €⟦/⟧

Fällt dir etwas auf?`,
  ),
  marked(
    'weergegeven lijst',
    'mail',
    'nl',
    `Hoi Fleur,

dit zijn de boten van dit jaar, zonder de oude:

⟦csv 3⟧boot, lengte, haven
Anke, 12, Oudhaven
Bas, 14, Molendam
Carla, 9, Heuvel⟦/⟧

Groetjes, Daan`,
  ),
  marked(
    'relevé',
    'mail',
    'fr',
    `Bonjour à tous, bonjour Luc,
⟦tsv 3⟧Heure	Température	Vent
08:00	12,5	30
09:00	13,1	28
10:00	14,9	25⟦/⟧
Il fera encore plus chaud demain, paraît-il.
Anne`,
  ),
  marked(
    'réponse avec tableau',
    'chat',
    'fr',
    `Bien sûr ! Voici le tableau :

⟦markdown 2⟧| Bateau | Longueur | Prix |
|---|---|---|
| Anne | 12 m | 4 500 € |
| Bruno | 14 m | 6 100 € |⟦/⟧

Souhaitez-vous que j'ajoute d'autres bateaux ?`,
  ),
  marked(
    'cuentas',
    'chat',
    'es',
    `Sol: ¿cuánto llevamos?
Iván: a ver

⟦pairs⟧Barco: 4.500 €
Cuerdas: 120 €
Pintura: 88,50 €⟦/⟧

Sol: uf`,
  ),
  marked(
    'respuesta con tabla',
    'chat',
    'es',
    `¡Claro! Aquí tienes los datos:

⟦csv 3⟧barco,eslora,puerto
Ana,12,Puerto Viejo
Bruno,14,Cerro
Carla,9,Molino⟦/⟧

¿Quieres que añada algo más?`,
  ),
  marked(
    'orari',
    'mail',
    'it',
    `Ciao a tutti,
questi gli orari dei traghetti, come promesso:
⟦semicolon 4⟧partenza;arrivo;molo
8:02;8:44;1
9:02;9:44;1
12:30;13:12;2
17:15;17:57;1⟦/⟧
Buon viaggio, e scrivete!
Gino`,
  ),
  marked(
    'conta',
    'chat',
    'pt',
    `Rui: quanto deu?
Bia: olha só
⟦aligned 3⟧Pizza grande      58,90
Suco de uva       12,00
Pudim              9,50⟦/⟧
Rui: pago amanhã`,
  ),
  marked(
    'wyniki',
    'mail',
    'pl',
    `Cześć wszystkim, cześć Iga,

⟦markdown 2⟧| Łódź | Długość | Port |
|---|---|---|
| Ewa | 12 m | Stary Port |
| Jan | 14 m | Młyn |⟦/⟧

Do zobaczenia w sobotę, o 10:30!
Ola`,
  ),
  marked(
    'расходы',
    'chat',
    'ru',
    `Дима: сколько вышло?
Вера: сейчас

⟦pairs⟧Лодка: 45 000 ₽
Канаты: 1 200 ₽
Краска: 885 ₽⟦/⟧

Дима: многовато`,
  ),
  marked(
    'ответ с таблицей',
    'mail',
    'ru',
    `Добрый день!

⟦tsv 3⟧Лодка	Длина	Порт
Анна	12	Старая Гавань
Борис	14	Холм
Вера	9	Мельница⟦/⟧

Если есть вопросы, пишите, звоните, приезжайте.

Пётр`,
  ),
  marked(
    'fiyat listesi',
    'chat',
    'tr',
    `Ali: fiyatlar ne oldu?
Ece: şöyle

⟦pairs⟧Tekne – 45.000 TL
Halat – 1.200 TL
Boya – 885,50 TL⟦/⟧

Ali: tamam`,
  ),
  marked(
    '回答と表',
    'chat',
    'ja',
    `はい、こちらが一覧です。

⟦markdown 2⟧| 船 | 長さ | 港 |
|---|---|---|
| あお丸 | 12m | 北浜 |
| みどり丸 | 14m | 水車町 |⟦/⟧

ほかに必要なものはありますか？`,
  ),
  marked(
    '経費',
    'mail',
    'ja',
    `高橋さん

今月の経費です。

⟦pairs⟧交通費：12,000円
宿泊費：8,800円
食費：4,500円⟦/⟧

よろしくお願いします。
森`,
  ),
  marked(
    '回复',
    'chat',
    'zh',
    `好的，数据如下：

⟦csv 3⟧船名,长度,港口
安安,12,东湖
贝贝,14,西山
彩彩,9,南岸⟦/⟧

还需要别的吗？`,
  ),
  marked(
    '만남',
    'chat',
    'ko',
    `네, 여기 있습니다.

⟦markdown 2⟧| 배 | 길이 | 항구 |
|---|---|---|
| 가람 | 12m | 북항 |
| 나래 | 14m | 언덕 |⟦/⟧

더 필요하신 것이 있나요?`,
  ),
  marked(
    'رد',
    'chat',
    'ar',
    `بالتأكيد، هذه هي البيانات:

⟦csv 3⟧القارب,الطول,الميناء
أمل,12,التل
باسم,14,الطاحونة
جميلة,9,الميناء⟦/⟧

هل تريد شيئا آخر؟`,
  ),
  marked(
    'उत्तर',
    'chat',
    'hi',
    `ज़रूर, जानकारी यह है:

⟦markdown 2⟧| नाव | लंबाई | बंदरगाह |
|---|---|---|
| अनु | 12 | पहाड़ी |
| बीना | 14 | चक्की |⟦/⟧

कुछ और चाहिए?`,
  ),
]
