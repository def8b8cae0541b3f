// Chats, mails, tickets and notes in seven further languages of Europe, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const europeanTexts: FindingCase[] = [
  marked(
    'gastos',
    'mail',
    'es',
    `Hola, buenos días:

te mando los gastos del viaje, como quedamos.

⟦semicolon 4⟧Fecha;Concepto;Importe
03/04/2024;Tren, ida y vuelta;84,50
03/04/2024;Hotel;120,00
04/04/2024;Cena;35,75
05/04/2024;Taxi;18,20⟦/⟧

Si ves algo raro, me dices.

Un abrazo,
Lucía`,
  ),
  marked(
    'turnos',
    'chat',
    'es',
    `Marta: ¿cómo queda la semana?
Iván: así
⟦markdown 3⟧| Día | Mañana | Tarde |
|---|---|---|
| lunes | Marta | Iván |
| martes | Iván | Sol |
| miércoles | Sol | Marta |⟦/⟧
Marta: perfecto, ¡gracias!`,
  ),
  marked(
    'lista de la compra',
    'notes',
    'es',
    `Para el sábado, con precios aproximados:

⟦pairs 3⟧Harina – 1,20 €
Mantequilla – 2,85 €
Huevos – 3,10 €⟦/⟧

Y no olvides la bolsa.`,
  ),
  marked(
    'datos del cliente',
    'ticket',
    'es',
    `El cliente no puede entrar. Sus datos:

⟦keyvalues⟧Cliente: Ferretería Sol
Número: 004512
Ciudad: Villanueva
Teléfono: 910 000 000
Desde: 12/03/2019⟦/⟧

Ya probamos a cambiar la clave.`,
  ),
  marked(
    'inventario',
    'mail',
    'it',
    `Ciao Marco,

ecco l'inventario di ieri sera:

⟦tsv 3⟧Articolo	Pezzi	Prezzo
Sedia	12	45,00
Tavolo	3	180,00
Lampada	7	22,50⟦/⟧

Mancano ancora i divani, che arrivano, spero, giovedì.

A presto, Elena`,
  ),
  marked(
    'verbale',
    'minutes',
    'it',
    `Verbale del 12 marzo
Presenti: Anna, Bruno, Carla

⟦csv 3⟧compito,chi,entro
sala,Anna,15/03
inviti,Bruno,14/03
bevande,Carla,20/03⟦/⟧

La riunione si chiude alle 19:30.`,
  ),
  marked(
    'risposta citata',
    'mail',
    'it',
    `Va bene, grazie!

> Ciao Paola,
> questi sono gli orari:
> ⟦semicolon 3⟧giorno;apre;chiude
> lunedì;9:00;13:00
> martedì;9:00;18:00
> sabato;10:00;13:00⟦/⟧
> fammi sapere
> Gino`,
  ),
  marked(
    'registro',
    'ticket',
    'it',
    `Dopo l'aggiornamento non parte più. Ecco il registro:
⟦log 4⟧10:00:01 INFO  avvio del servizio
10:00:02 INFO  lettura impostazioni
10:00:02 WARN  chiave mancante
10:00:03 ERROR servizio fermato⟦/⟧
Prima funzionava.`,
  ),
  marked(
    'pedido',
    'mail',
    'pt',
    `Olá, Sofia,

segue o pedido do mês:

⟦semicolon 3⟧Produto;Qtd;Preço
Café;10;R$ 18,90
Açúcar;20;R$ 4,50
Leite;48;R$ 5,25⟦/⟧

Qualquer coisa, é só avisar.

Abraço,
João`,
  ),
  marked(
    'resultado em JSON',
    'forum',
    'pt',
    `Pessoal, alguém sabe por que a data vem vazia?

⟦json 2⟧[
  { "nome": "Ana", "data": null, "pontos": 12 },
  { "nome": "Beto", "data": null, "pontos": 9 }
]⟦/⟧

Estou usando a versão 3, se isso ajuda.`,
  ),
  marked(
    'ficha',
    'notes',
    'pt',
    `Contato novo

⟦keyvalues⟧Nome: Padaria Lua
Rua: Rua das Flores, 12
Cidade: Porto Belo
Telefone: (11) 5555-0100⟦/⟧

ligar na segunda`,
  ),
  marked(
    'tabela com título',
    'chat',
    'pt',
    `Bia: manda a tabela?
Caio: lá vai
Visitas por mês
⟦csv 3⟧mês,visitas,vendas
jan,1204,88
fev,998,71
mar,1530,104⟦/⟧
Bia: valeu!`,
  ),
  marked(
    'bestelling',
    'mail',
    'nl',
    `Beste Anke,

hierbij de bestelling voor maandag:

⟦semicolon 3⟧artikel;aantal;prijs
brood;12;2,35
kaas, oud;3;14,90
melk;8;1,15⟦/⟧

Laat je even weten of het lukt?

Groet,
Daan`,
  ),
  marked(
    'rooster',
    'chat',
    'nl',
    `Sem: wie werkt wanneer?
Fleur: dit is het rooster
⟦markdown 3⟧dag | vroeg | laat
--- | --- | ---
ma | Sem | Fleur
di | Fleur | Bas
wo | Bas | Sem⟦/⟧
Sem: top, dank je`,
  ),
  marked(
    'prijslijst',
    'notes',
    'nl',
    `Prijzen van de markt, zaterdag

⟦pairs⟧appels: € 2,40
peren: € 3,10
pruimen: € 2,99
noten: € 7,50⟦/⟧

volgende week weer kijken`,
  ),
  marked(
    'rapport',
    'ticket',
    'nl',
    `Sinds gisteren klopt het overzicht niet:

⟦aligned 3⟧Artikel         Voorraad    Prijs
Bout M4             1200     0,04
Moer M4              900     0,03
Ring                5000     0,01⟦/⟧

De prijzen zijn nog van vorig jaar.`,
  ),
  marked(
    'zamówienie',
    'mail',
    'pl',
    `Dzień dobry,

przesyłam zamówienie na przyszły tydzień:

⟦semicolon 3⟧Towar;Ilość;Cena
Mąka;12;3,20 zł
Masło;8;7,85 zł
Jajka;30;0,95 zł⟦/⟧

Proszę o potwierdzenie do czwartku.

Pozdrawiam
Ewa`,
  ),
  marked(
    'dyżury',
    'minutes',
    'pl',
    `Notatka ze spotkania, 12 marca
Obecni: Ewa, Jan, Ola

⟦csv 3⟧kto,co,do kiedy
Ewa,sala,15.03
Jan,napoje,20.03
Ola,zaproszenia,14.03⟦/⟧

Następne spotkanie za tydzień.`,
  ),
  marked(
    'wklejona tabela',
    'chat',
    'pl',
    `Kuba: masz wyniki?
Iga: mam
⟦tsv 3⟧Imię	Punkty	Miejsce
Ewa	42	1
Jan	39	2
Ola	35	3⟦/⟧
Kuba: dzięki!`,
  ),
  marked(
    'заказ',
    'mail',
    'ru',
    `Здравствуйте, Анна!

Высылаю заказ на следующую неделю:

⟦semicolon 3⟧Товар;Количество;Цена
Мука;12;45,20
Масло;8;120,50
Яйца;30;9,90⟦/⟧

Если что-то не так, напишите, пожалуйста.

С уважением,
Пётр`,
  ),
  marked(
    'протокол',
    'minutes',
    'ru',
    `Протокол встречи 12 марта
Присутствовали: Анна, Борис, Вера.

⟦markdown 2⟧| Кто | Что | Срок |
|-----|-----|------|
| Анна | зал | 15.03 |
| Борис | чай, сахар | 20.03 |⟦/⟧

Следующая встреча через неделю.`,
  ),
  marked(
    'карточка',
    'ticket',
    'ru',
    `Клиент не может войти. Данные:

⟦keyvalues⟧Имя: Иван Примеров
Город: Приозёрск
Телефон: +7 900 000-00-00
Тариф: базовый⟦/⟧

Пароль уже меняли.`,
  ),
  marked(
    'цены',
    'chat',
    'ru',
    `Оля: сколько стоит?
Дима: вот
⟦pairs 3⟧яблоки – 90 ₽
груши – 120 ₽
сливы – 110 ₽⟦/⟧
Оля: спасибо`,
  ),
  marked(
    'sipariş',
    'mail',
    'tr',
    `Merhaba Elif Hanım,

gelecek haftanın siparişi aşağıda:

⟦semicolon 3⟧Ürün;Adet;Fiyat
Un;12;32,50
Şeker;8;28,90
Çay;30;145,00⟦/⟧

Perşembeye kadar onaylarsanız sevinirim.

Saygılarımla,
Murat`,
  ),
  marked(
    'nöbet',
    'chat',
    'tr',
    `Can: bu hafta kim çalışıyor?
Ece: şöyle
⟦markdown 2⟧| Gün | Sabah | Akşam |
|---|---|---|
| Pazartesi | Can | Ece |
| Salı | Ece | Ali |⟦/⟧
Can: tamam, teşekkürler`,
  ),
  marked(
    'müşteri',
    'ticket',
    'tr',
    `Müşteri giriş yapamıyor, bilgileri:
⟦csv 3⟧no,ad,şehir
1,Ayşe,İzmit
2,Işık,Iğdır
3,Çağrı,Düzce⟦/⟧
Şifre değiştirildi, sonuç aynı.`,
  ),
]
