// Short and hasty texts with tables right against the words, written by hand, with the tables marked.
import { type FindingCase, marked } from './finding.ts'

export const hastyTexts: FindingCase[] = [
  marked(
    'tight mail',
    'mail',
    'en',
    `Ben, see below. A.
⟦csv 2⟧rope,len
thin,12
thick,9⟦/⟧
thx`,
  ),
  marked(
    'question after the rows',
    'chat',
    'en',
    `⟦tsv 3⟧Ann	12	ok
Ben	14	ok
Cyd	9	late⟦/⟧
is that everyone?`,
  ),
  marked(
    'nothing but a table',
    'chat',
    'en',
    `⟦markdown 2⟧| a | b |
|---|---|
| 1 | 2 |
| 3 | 4 |⟦/⟧`,
  ),
  marked(
    'two formats tight',
    'chat',
    'en',
    `old:
⟦csv 2⟧id,name
1,Ann
2,Ben⟦/⟧
new:
⟦markdown 2⟧| id | name |
|----|------|
| 1 | Ann |
| 3 | Cyd |⟦/⟧
ok?`,
  ),
  marked(
    'log then table',
    'ticket',
    'en',
    `The import said

⟦log 3⟧2024-03-12 10:02:11 INFO reading boats.csv
2024-03-12 10:02:12 WARN line 3 is short
2024-03-12 10:02:12 INFO 3 boats read⟦/⟧

and the file is

⟦csv 3⟧boat,length,port
Ann,12,Hill
Ben,14
Cyd,9,Quay⟦/⟧

What is wrong with line 3?`,
  ),
  marked(
    'totals at the end',
    'mail',
    'en',
    `Hi, final costs:

⟦semicolon 3⟧what;plan;real
fuel;120;133
food;80;71
total;200;204⟦/⟧

Four over. Jo`,
  ),
  marked(
    'agenda',
    'mail',
    'en',
    `Dear all,

the plan for Friday:

⟦tsv 4⟧09:00	Welcome	Ann
09:30	Ropes	Ben
11:00	Knots	Cyd
12:30	Lunch	all⟦/⟧

Room 4, as always.`,
  ),
  marked(
    'spreadsheet with empty cells',
    'mail',
    'en',
    `Pasted as is:

⟦tsv 3⟧	Jan	Feb	Mar
Boats	12		14
Ropes		88	90
Knots	3	4⟦/⟧

Gaps are not errors.`,
  ),
  marked(
    'Kurz und knapp',
    'chat',
    'de',
    `moin, hier:
⟦semicolon 2⟧Boot;Länge
Anna;12,5
Bernd;14,0⟦/⟧
passt?`,
  ),
  marked(
    'Zwei Listen',
    'mail',
    'de',
    `Hallo Kai,

gekauft:
⟦csv 2⟧artikel,anzahl
Tau,2
Anker,1⟦/⟧

fehlt noch:
⟦csv 2⟧artikel,anzahl
Farbe,3
Pinsel,5⟦/⟧

Gruß Jo`,
  ),
  marked(
    'vite fait',
    'chat',
    'fr',
    `re ! voilà :
⟦tsv 2⟧Bateau	Port
Anne	Bellecôte
Bruno	Moulins⟦/⟧
à+`,
  ),
  marked(
    'rápido',
    'chat',
    'es',
    `aquí va
⟦markdown 2⟧barco | puerto
--- | ---
Ana | Cerro
Bruno | Molino⟦/⟧
¿vale?`,
  ),
  marked(
    'al volo',
    'mail',
    'it',
    `Ecco:
⟦semicolon 2⟧barca;porto;metri
Anna;Collina;12
Bruno;Mulino;14⟦/⟧
Ciao, G.`,
  ),
  marked(
    'rapidinho',
    'chat',
    'pt',
    `opa
⟦csv 3⟧barco,porto
Ana,Morro
Beto,Moinho
Caio,Areia⟦/⟧
é isso`,
  ),
  marked(
    'snel',
    'chat',
    'nl',
    `hier, snel:
⟦tsv 2⟧boot	meter
Anke	12
Bas	14⟦/⟧
klopt?`,
  ),
  marked(
    'szybko',
    'mail',
    'pl',
    `Cześć,
⟦csv 2⟧łódź,port
Ewa,Młyn
Jan,Wzgórze⟦/⟧
Pa, Ola`,
  ),
  marked(
    'быстро',
    'chat',
    'ru',
    `вот:
⟦semicolon 2⟧лодка;порт
Анна;Холм
Борис;Мельница⟦/⟧
всё`,
  ),
  marked(
    'hızlı',
    'chat',
    'tr',
    `al bakalım
⟦csv 2⟧tekne,liman,boy
Ayşe,Tepe,12
Bora,Değirmen,14⟦/⟧
oldu mu?`,
  ),
  marked(
    '至急',
    'chat',
    'ja',
    `至急です
⟦csv 2⟧船,港,長さ
あお丸,北浜,12
みどり丸,高台,14⟦/⟧
お願いします`,
  ),
  marked(
    '快看',
    'chat',
    'zh',
    `快看
⟦tsv 2⟧船	港口	米
安安	东湖	12
贝贝	西山	14⟦/⟧
对吗？`,
  ),
]
