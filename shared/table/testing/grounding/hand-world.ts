// Texts in Slavic and Turkic languages, Greek, Vietnamese, Indonesian and Hungarian, written by hand.
import { marked } from './grounding.ts'

export const worldTexts = [
  marked(
    'orders',
    'ru',
    'клиент, товар, кол-во:number, сумма:currency RUB, дата:date',
    `Добрый день! Заказ на ⟦1e 5 декабря 2026 г.→2026-12-05⟧: ⟦1a Ковалёва А. П.⟧, ⟦1b бумага А4⟧ — ⟦1c 25⟧ пачек, итого ⟦1d 8 750 ₽→8750⟧. На ⟦2e 12 мая 2027 г.→2027-05-12⟧: ⟦2a Семёнов П.⟧, ⟦2b картриджи⟧ — ⟦2c 4⟧ шт., ⟦2d 15 980,50 ₽→15980.5⟧.`,
  ),
  marked(
    'biographies',
    'ru',
    'имя, родился:date, место, умер:date, кто',
    `⟦1a Фёдор Ильич Щербаков⟧ (⟦1b 4 марта 1889→1889-03-04⟧, ⟦1c Орёл⟧ — ⟦1d 3 апреля 1962→1962-04-03⟧) — советский ⟦1e геолог⟧. ⟦2a Зоя Фёдоровна Щербакова⟧ (⟦2b 6 июля 1921→1921-07-06⟧, ⟦2c Тверь⟧ — ⟦2d 7 июня 1999→1999-06-07⟧) — ⟦2e художница⟧.`,
  ),
  marked(
    'flats',
    'ru',
    'адрес, комнат:number, площадь:number, цена:currency RUB',
    `Продаётся квартира: ⟦1a ул. Садовая, д. 12, кв. 4⟧, ⟦1b 2⟧ комнаты, ⟦1c 54,3→54.3⟧ кв. м, ⟦1d 7 450 000 руб.→7450000⟧
Продаётся квартира: ⟦2a ул. Садовая, д. 12, кв. 41⟧, ⟦2b 3⟧ комнаты, ⟦2c 71,8→71.8⟧ кв. м, ⟦2d 9 120 000 руб.→9120000⟧`,
  ),
  marked(
    'minutes',
    'ru',
    'ответственный, задача, срок:date',
    `Решили: ⟦1b подготовить смету⟧ — ⟦1a Юлия Цой⟧, до ⟦1c 01.02.2027→2027-02-01⟧; ⟦2b заказать автобус⟧ — ⟦2a Илья Щукин⟧, до ⟦2c 22.02.2027→2027-02-22⟧.`,
  ),
  marked(
    'football',
    'ru',
    'игрок, клуб, минута:number',
    `На ⟦1c 17⟧-й минуте ⟦1a Артём Дзюбин⟧ вывел «⟦1b Маяк⟧» вперёд, на ⟦2c 71⟧-й ⟦2a Павел Ерёмин⟧ («⟦2b Вектор⟧») сравнял счёт.`,
  ),
  marked(
    'invoices',
    'uk',
    'рахунок, клієнт, дата:date, сума:currency UAH',
    `Рахунок № ⟦1a 118/26⟧, ТОВ «⟦1b Їжак⟧», ⟦1c 5 жовтня 2026 р.→2026-10-05⟧, ⟦1d 12 400,00 грн→12400⟧. Рахунок № ⟦2a 119/26⟧, «⟦2b Ґанок⟧», ⟦2c 10 травня 2026 р.→2026-05-10⟧, ⟦2d 1 240,00 грн→1240⟧.`,
  ),
  marked(
    'weather',
    'pl',
    'miasto, dzień:number, noc:number, opady:percent',
    `W ⟦1a Suwałkach⟧ w dzień ⟦1b -2⟧, nocą ⟦1c -11⟧ stopni, opady ⟦1d 60%→0.6⟧. We ⟦2a Wrocławiu⟧ w dzień ⟦2b 7⟧, nocą ⟦2c 1⟧, opady ⟦2d 15%→0.15⟧.`,
  ),
  marked(
    'receipts',
    'pl',
    'towar, ilość:number, cena:currency PLN, wartość:currency PLN',
    `PARAGON FISKALNY
⟦1a Chleb żytni⟧   ⟦1b 2⟧ x ⟦1c 6,49→6.49⟧  ⟦1d 12,98→12.98⟧ C
⟦2a Masło extra⟧   ⟦2b 3⟧ x ⟦2c 8,99→8.99⟧  ⟦2d 26,97→26.97⟧ C
⟦3a Gąbki⟧      ⟦3b 1⟧ x ⟦3c 5,20→5.2⟧  ⟦3d 5,20→5.2⟧ A
SUMA PLN 45,15`,
  ),
  marked(
    'contacts',
    'pl',
    'osoba, stanowisko, mail:email, tel',
    `Kontakt: ⟦1a Małgorzata Śliwińska⟧ – ⟦1b kierowniczka⟧, ⟦1c m.sliwinska@mlyn.example⟧, tel. ⟦1d 600 100 200⟧; zastępca: ⟦2a Zbigniew Źrebiec⟧, ⟦2b magazynier⟧, ⟦2c z.zrebiec@mlyn.example⟧, tel. ⟦2d 600 100 220⟧.`,
  ),
  marked(
    'buildings',
    'cs',
    'věž, město, výška:number, rok:number',
    `⟦1a Věž Přeštice⟧ (⟦1b Plzeň⟧) je vysoká ⟦1c 102,6→102.6⟧ m a stojí od roku ⟦1d 1889⟧. ⟦2a Rozhledna Čerchov⟧ (⟦2b Domažlice⟧) měří ⟦2c 26,1→26.1⟧ m a je z roku ⟦2d 1905⟧.`,
  ),
  marked(
    'restaurants',
    'tr',
    'ad, mutfak, semt, puan:number, fiyat:currency TRY',
    `⟦1a Çiğdem Lokantası⟧, ⟦1c Şişli⟧: ⟦1b ev yemekleri⟧, kişi başı ⟦1e 340 TL→340⟧, puan ⟦1d 4,6→4.6⟧. ⟦2a Işık Balık⟧, ⟦2c Üsküdar⟧: ⟦2b deniz ürünleri⟧, kişi başı ⟦2e 1.150 TL→1150⟧, puan ⟦2d 4,1→4.1⟧.`,
  ),
  marked(
    'chat',
    'tr',
    'kim, ne, adet:number',
    `⟦1a Ömer⟧: bana ⟦1c 2⟧ ⟦1b lahmacun⟧ 🌶️
⟦2a Gülşen⟧: ⟦2c 1⟧ ⟦2b mercimek çorbası⟧ lütfen
⟦3a Uğur⟧: ⟦3c 3⟧ ⟦3b ayran⟧`,
  ),
  marked(
    'elections',
    'tr',
    'aday, oy:number, oran:percent',
    `⟦1a İrem Şahin⟧ ⟦1b 48.112→48112⟧ oyla (⟦1c %52,3→0.523⟧) kazandı; ⟦2a Ilgın Öz⟧ ⟦2b 41.806→41806⟧ oy (⟦2c %45,4→0.454⟧) aldı.`,
  ),
  marked(
    'orders',
    'vi',
    'khách, món, số lượng:number, tiền:currency VND, ngày:date',
    `Chị ⟦1a Ánh⟧ đặt ⟦1c 20⟧ ⟦1b bánh mì thịt nướng⟧, tổng ⟦1d 500.000đ→500000⟧, giao ngày ⟦1e 05/12/2026→2026-12-05⟧. Anh ⟦2a Anh Đức⟧ đặt ⟦2c 12⟧ ⟦2b cà phê sữa đá⟧, tổng ⟦2d 348.000đ→348000⟧, giao ngày ⟦2e 25/12/2026→2026-12-25⟧.`,
  ),
  marked(
    'classes',
    'vi',
    'học sinh, điểm:number, vắng:number',
    `Em ⟦1a Trần Thị Mai⟧ được ⟦1b 8,5→8.5⟧ điểm, vắng ⟦1c 2⟧ buổi. Em ⟦2a Trần Thị Mài⟧ được ⟦2b 6,75→6.75⟧ điểm, vắng ⟦2c 0⟧ buổi.`,
  ),
  marked(
    'events',
    'el',
    'εκδήλωση, ημερομηνία:date, ώρα:time, χώρος',
    `Η «⟦1a Νύχτα των ποιητών⟧» γίνεται στις ⟦1b 3 Οκτωβρίου 2026→2026-10-03⟧, ώρα ⟦1c 20:30→20:30:00⟧, ⟦1d Θέατρο Αυλή⟧. Το «⟦2a Παζάρι βιβλίου⟧» στις ⟦2b 10 Μαρτίου 2027→2027-03-10⟧, ώρα ⟦2c 11:00→11:00:00⟧, ⟦2d Πλατεία Νίκης⟧.`,
  ),
  marked(
    'invoices',
    'hu',
    'szám, ügyfél, kelt:date, összeg:currency HUF',
    `⟦1a 2026/0118⟧ – ⟦1b Őrségi Pékség Kft.⟧ – ⟦1c 2026. november 3.→2026-11-03⟧ – ⟦1d 124 500 Ft→124500⟧
⟦2a 2026/0119⟧ – ⟦2b Űrhajó Bt.⟧ – ⟦2c 2026. november 13.→2026-11-13⟧ – ⟦2d 12 450 Ft→12450⟧`,
  ),
  marked(
    'jobs',
    'id',
    'posisi, perusahaan, kota, gaji:currency IDR',
    `⟦1b PT Laut Biru⟧ membuka lowongan ⟦1a staf gudang⟧ di ⟦1c Surabaya⟧ dengan gaji ⟦1d Rp4.500.000→4500000⟧; ⟦2b CV Padi Emas⟧ mencari ⟦2a juru masak⟧ di ⟦2c Medan⟧, gaji ⟦2d Rp5.400.000→5400000⟧.`,
  ),
  marked(
    'products',
    'tr',
    'ürün, marka, fiyat:currency TRY, ağırlık:number',
    `⟦1b Çınar⟧ marka ⟦1a sırt çantası⟧ ⟦1d 0,9→0.9⟧ kg, ⟦1c ₺1.299,90→1299.9⟧. ⟦2b Yıldız⟧ ⟦2a valiz⟧ ⟦2d 3,4→3.4⟧ kg, ⟦2c ₺2.199,00→2199⟧.`,
  ),
  marked(
    'customs',
    'ru',
    'код, товар, вес:number, стоимость:currency USD',
    `Позиция 1: код ⟦1a 6403 99 110 0⟧, ⟦1b обувь кожаная⟧, нетто ⟦1c 1 204,5→1204.5⟧ кг, ⟦1d $48 180→48180⟧. Позиция 2: код ⟦2a 6404 11 000 0⟧, ⟦2b кеды⟧, нетто ⟦2c 204,5→204.5⟧ кг, ⟦2d $8 180→8180⟧.`,
  ),
]
