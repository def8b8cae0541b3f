// Texts of everyday errands outside English and German, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const errandTextsAbroad: FindingCase[] = [
  marked(
    'notes de classe',
    'mail',
    'fr',
    `Chers parents,

voici les notes du dernier contrôle :

⟦semicolon 3⟧Élève;Calcul;Lecture
Anne;12,5;14
Bruno;9;15,5
Chloé;15;11⟦/⟧

N'hésitez pas à m'écrire, je réponds vite.
Mme Dupin`,
  ),
  marked(
    'covoiturage',
    'chat',
    'fr',
    `Max : qui prend la voiture ?
Zoé : voilà
⟦csv 3⟧conducteur,places,départ
Anne,3,8:00
Bruno,4,8:15
Chloé,2,9:00⟦/⟧
Max : je pars avec Bruno`,
  ),
  marked(
    'facture',
    'ticket',
    'fr',
    `Le total ne correspond pas aux lignes :

⟦tsv 3⟧Désignation	Qté	PU HT	Total
Corde, 12 m	2	12,00 €	24,00 €
Ancre	1	89,00 €	89,00 €
Peinture	3	8,50 €	25,50 €⟦/⟧

Total affiché : 130,00 €. Merci de corriger.`,
  ),
  marked(
    'horario',
    'mail',
    'es',
    `Queridos alumnos:

el horario nuevo, desde el lunes:

⟦markdown 3⟧| Hora | Lunes | Martes |
|------|-------|--------|
| 9:00 | Cálculo | Lengua |
| 10:00 | Lengua | Historia |
| 11:30 | Música | Cálculo |⟦/⟧

¡Hasta pronto!
La profesora`,
  ),
  marked(
    'pedidos',
    'ticket',
    'es',
    `Faltan estos pedidos en la base:
⟦semicolon 3⟧pedido;cliente;importe
1204;Ferretería Sol;120,50
1209;Panadería Luna;88,00
1211;Taller Río;1.204,99⟦/⟧
¿Alguien puede mirarlo hoy?`,
  ),
  marked(
    'classifica',
    'chat',
    'it',
    `Paola: com'è finita?
Gino: così
⟦tsv 3⟧Pos	Squadra	Punti
1	Collina	30
2	Mulino	27
3	Porto	20⟦/⟧
Paola: evviva!`,
  ),
  marked(
    'spese di casa',
    'mail',
    'it',
    `Ciao Elena,

ecco le spese di marzo:

⟦pairs⟧Luce: 88,50 €
Gas: 120,00 €
Acqua: 45,10 €
Internet: 29,90 €⟦/⟧

Mi devi la metà, quando puoi.
Anna`,
  ),
  marked(
    'escala',
    'mail',
    'pt',
    `Oi, pessoal,

a escala da semana que vem:

⟦csv 4⟧dia,manhã,tarde
segunda,Bia,Caio
terça,Caio,Rui
quarta,Rui,Bia
quinta,Bia,Rui⟦/⟧

Se alguém precisar trocar, avise até sexta.
Rui`,
  ),
  marked(
    'dados',
    'forum',
    'pt',
    `Meu arquivo está assim e não abre:

\`\`\`
⟦semicolon 2⟧nome;idade;cidade
Ana;31;Porto Belo
Beto;28;Morro⟦/⟧
\`\`\`

O que estou fazendo de errado?`,
  ),
  marked(
    'loting',
    'chat',
    'nl',
    `Bas: en, wie tegen wie?
Sem: zo dus
⟦pipes 2⟧thuis|uit|tijd
Heuvel|Molendam|14:30
Oudhaven|Strand|16:45⟦/⟧
Bas: zwaar!`,
  ),
  marked(
    'energie',
    'mail',
    'nl',
    `Beste klant,

uw verbruik van de laatste maanden:

⟦tsv 3⟧Maand	Stroom (kWh)	Gas (m³)
januari	210	180,5
februari	198	160,2
maart	187	121,9⟦/⟧

Vragen? Bel ons, mail ons, of kom langs.`,
  ),
  marked(
    'lista uczniów',
    'mail',
    'pl',
    `Szanowni Państwo,

wyniki ostatniego sprawdzianu:

⟦csv 3⟧uczeń,matematyka,polski
Ewa,5,4
Jan,3,5
Ola,4,4⟦/⟧

W razie pytań proszę pisać.
Z poważaniem, M. Wzgórze`,
  ),
  marked(
    'składka',
    'chat',
    'pl',
    `Iga: ile kto dał?

⟦pairs⟧Ewa – 50 zł
Jan – 40 zł
Ola – 60 zł⟦/⟧

Iga: czyli 150, super`,
  ),
  marked(
    'расписание',
    'mail',
    'ru',
    `Дорогие родители!

Новое расписание с понедельника:

⟦markdown 2⟧| Время | Понедельник | Вторник |
|-------|-------------|---------|
| 9:00 | счёт | чтение |
| 10:00 | чтение | музыка |⟦/⟧

До встречи!
М. Холмова`,
  ),
  marked(
    'показания',
    'ticket',
    'ru',
    `Датчики, которые молчат:
⟦semicolon 3⟧датчик;место;последний
ТН-200;цех 1;12.03.2024 08:00
ТН-204;цех 2;11.03.2024 23:10
ТН-209;склад;12.03.2024 02:45⟦/⟧
Проверьте питание, пожалуйста.`,
  ),
  marked(
    'puan',
    'chat',
    'tr',
    `Ali: kaç kaç bitti?
Can: şöyle
⟦csv 3⟧takım,maç,puan
Tepe,12,30
Liman,12,27
Değirmen,12,20⟦/⟧
Ali: iyi iyi`,
  ),
  marked(
    '時間割',
    'mail',
    'ja',
    `保護者の皆様

来週からの時間割です。

⟦markdown 2⟧| 時間 | 月 | 火 |
|---|---|---|
| 9:00 | 算数 | 国語 |
| 10:00 | 国語 | 音楽 |⟦/⟧

ご質問があれば、ご連絡ください。
北浜小学校`,
  ),
  marked(
    '順位',
    'chat',
    'ja',
    `鈴木：結果は？
森：これです
⟦tsv 3⟧順位	チーム	勝点
1	高台	30
2	水車町	27
3	北浜	20⟦/⟧
鈴木：すごい！`,
  ),
  marked(
    '成绩',
    'mail',
    'zh',
    `各位家长：

上次考试的成绩如下：

⟦csv 3⟧学生,数学,语文
小安,95,88
小贝,79,92
小彩,88,85⟦/⟧

有问题请联系我。
王老师`,
  ),
  marked(
    '费用',
    'chat',
    'zh',
    `小林：一共多少？

⟦pairs⟧车费：120元
住宿：880元
吃饭：450元⟦/⟧

小林：好的`,
  ),
  marked(
    '성적',
    'mail',
    'ko',
    `학부모님께,

지난 시험 결과입니다.

⟦tsv 3⟧학생	수학	국어
가람	95	88
나래	79	92
다솜	88	85⟦/⟧

문의는 언제든지 주세요.
북항초등학교`,
  ),
  marked(
    'درجات',
    'mail',
    'ar',
    `أولياء الأمور الكرام،

هذه نتائج الاختبار الأخير:

⟦markdown 2⟧| الطالب | حساب | قراءة |
|---|---|---|
| أمل | 15 | 14 |
| باسم | 12 | 16 |⟦/⟧

مع التحية،
المعلمة`,
  ),
  marked(
    'अंक',
    'mail',
    'hi',
    `प्रिय अभिभावक,

पिछली परीक्षा के अंक:

⟦csv 3⟧छात्र,गणित,हिंदी
अनु,95,88
बीना,79,92
चंदन,88,85⟦/⟧

सादर,
अध्यापिका`,
  ),
]
