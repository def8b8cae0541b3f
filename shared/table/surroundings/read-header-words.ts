// Knows the names that columns have most often, in the languages people paste.

const words = new Set(
  (
    'text message review answer question sentence line label labels word words file path id no nr num number name names first last firstname lastname surname title date day time start end from to status state type kind category group class ' +
    'item items product products sku code price cost amount total sum qty quantity count unit units size colour color weight height width length description note notes comment comments remark ' +
    'email e-mail mail phone tel mobile fax address street city town country region zip postcode company customer client user owner author team department role job salary age gender sex year month week ' +
    'score rank points grade rate value values level version url link website key value currency tax discount balance account invoice order due paid priority task project deadline progress host port ip ' +
    'vorname nachname titel datum tag zeit uhrzeit beginn ende von bis art typ kategorie gruppe klasse artikel produkt preis kosten betrag summe menge anzahl stück einheit größe farbe gewicht höhe breite länge beschreibung notiz bemerkung kommentar ' +
    'telefon handy adresse anschrift straße ort stadt land plz firma kunde kundin benutzer abteilung rolle gehalt alter geschlecht jahr monat woche punkte note wert stand konto rechnung bestellung fällig aufgabe projekt frist ' +
    'nom prénom titre jour heure début fin catégorie groupe produit prix coût montant somme quantité nombre unité taille couleur poids hauteur largeur longueur remarque courriel téléphone rue ville pays région société client utilisateur âge sexe année mois semaine valeur compte facture commande tâche projet échéance statut état ' +
    'nombre apellido apellidos título fecha día hora inicio fin tipo categoría grupo artículo producto precio coste costo importe suma cantidad unidad tamaño talla color peso altura ancho descripción nota correo teléfono dirección calle ciudad país región empresa cliente usuario edad sexo año mes semana valor cuenta factura pedido tarea proyecto plazo estado ' +
    'cognome titolo data giorno ora inizio fine categoria gruppo articolo prodotto prezzo costo importo somma quantità unità taglia colore altezza larghezza descrizione telefono indirizzo via città paese regione azienda utente età anno mese settimana valore conto fattura ordine compito progetto scadenza stato ' +
    'sobrenome dia início fim grupo artigo produto preço custo soma quantidade unidade tamanho cor altura largura descrição telefone endereço rua cidade região usuário idade ano mês semana conta fatura pedido tarefa projeto prazo situação ' +
    'naam voornaam achternaam titel tijd begin einde soort groep prijs kosten bedrag som aantal hoeveelheid eenheid maat kleur gewicht hoogte breedte lengte omschrijving opmerking telefoon adres straat plaats stad land bedrijf klant gebruiker leeftijd geslacht jaar maand week waarde rekening factuur bestelling taak ' +
    'imię nazwisko tytuł dzień godzina początek koniec rodzaj kategoria grupa towar produkt cena koszt kwota suma ilość liczba jednostka rozmiar kolor waga opis uwagi telefon adres ulica miasto kraj firma klient wiek płeć rok miesiąc tydzień wartość konto faktura zamówienie zadanie ' +
    'имя фамилия название дата день время начало конец тип вид категория группа товар продукт цена стоимость сумма количество число единица размер цвет вес описание примечание почта телефон адрес улица город страна регион компания клиент возраст пол год месяц неделя значение счёт счет заказ задача статус № ' +
    'ad adı soyad soyadı isim başlık tarih gün saat başlangıç bitiş tür tip kategori grup ürün fiyat maliyet tutar toplam miktar adet sayı birim boy renk ağırlık açıklama not eposta telefon adres sokak şehir il ilçe ülke firma müşteri yaş cinsiyet yıl ay hafta değer hesap fatura sipariş görev durum ' +
    '名前 氏名 名称 日付 日 時間 時刻 開始 終了 種類 区分 分類 商品 品名 品目 製品 価格 単価 金額 合計 数量 個数 単位 サイズ 色 重さ 説明 備考 メール 電話 住所 都市 市 国 地域 会社 顧客 年齢 性別 年 月 週 値 番号 状態 担当 ' +
    '姓名 名字 日期 时间 開始 结束 类型 类别 产品 商品 价格 单价 金额 总计 数量 单位 尺寸 颜色 重量 描述 备注 邮箱 电话 地址 城市 国家 地区 公司 客户 年龄 性别 年份 月份 编号 状态 部门 职位 ' +
    '이름 성명 날짜 일자 시간 시작 종료 종류 분류 상품 품목 제품 가격 단가 금액 합계 수량 개수 단위 크기 색상 색 무게 설명 비고 이메일 전화 전화번호 주소 도시 국가 지역 회사 고객 나이 성별 연도 월 주 값 번호 상태 부서 ' +
    'الاسم التاريخ اليوم الوقت النوع الفئة المنتج الصنف السعر المبلغ المجموع الكمية العدد الوحدة الحجم اللون الوزن الوصف ملاحظات البريد الهاتف العنوان المدينة البلد المنطقة الشركة العميل العمر الجنس السنة الشهر القيمة الرقم الحالة القسم ' +
    'नाम तारीख दिनांक दिन समय प्रकार श्रेणी उत्पाद वस्तु मूल्य कीमत दाम राशि कुल मात्रा संख्या इकाई आकार रंग वजन विवरण टिप्पणी ईमेल फोन फ़ोन पता शहर देश क्षेत्र कंपनी ग्राहक आयु उम्र लिंग वर्ष महीना माह सप्ताह क्रमांक स्थिति विभाग'
  ).split(' '),
)

/** Whether a cell is a usual column name, alone or with one word beside it: `Qty`, `Due date`, `Kunden-Nr.` is none. */
export function isColumnWord(cell: string): boolean {
  const text = cell.trim().toLowerCase().replace(/[.:]$/, '')
  if (words.has(text)) return true
  const parts = text.split(/[\s_-]+/)
  return parts.length === 2 && parts.some((part) => words.has(part)) && text.length <= 30
}
