// The signs, abbreviations and names of currencies in the languages people paste.

/** Every ISO 4217 code in use. */
export const isoCodes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC ' +
    'CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD ' +
    'JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL ' +
    'THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
)

/** Signs and abbreviations that mean one currency, written exactly so. */
export const signs: Record<string, string> = {}
const signLines =
  'EUR € 欧元 歐元 · GBP £ 英镑 英鎊 UK£ GB£ £GB £UK · INR ₹ · BRL R$ BR$ · USD 美元 美金 米ドル 미국달러 US$ U$ U$S $US USD$ U.S.$ щ.д. щ.д · CAD 加元 加币 加幣 C$ CA$ $CA CAD$ Can$ Cdn$ CDN$ · AUD 澳元 澳币 澳幣 A$ AU$ $AU AUD$ · ' +
  'NZD NZ$ $NZ NZD$ · HKD 港元 港币 港幣 HK$ HKD$ $HK · SGD S$ SG$ SGD$ $SG · TWD 新台币 新臺幣 台币 NT$ NTD NTD$ TW$ · MXN MX$ Mex$ MEX$ $MX MXN$ · ARS AR$ $AR · CLP CLP$ $CL · COP COP$ COL$ Col$ $CO · ' +
  'UYU $U · DOP RD$ · JMD J$ · TTD TT$ · BBD Bds$ · XCD EC$ · NAD N$ · CNY CN¥ ¥CN RMB rmb CNH 元 元整 元人民币 人民币 人民幣 圆 圓 块 块钱 塊 · JPY 日元 日圆 日圓 JP¥ ¥JP 円 えん · ' +
  'RUB ₽ руб р. р руб. Руб · KRW ₩ 원 韩元 韓元 · TRY ₺ TL tl YTL · VND ₫ đ vnđ VNĐ · UAH ₴ грн грн. ГРН · NGN ₦ · THB ฿ 泰铢 泰銖 บาท บ. · ILS ₪ NIS ש״ח ש"ח · PHP ₱ Php · KZT ₸ тг тенге · GHS ₵ GH₵ GH¢ · PLN zł zl ZŁ ZL Zł zł. pln · ' +
  'CZK Kč kč KČ Kc Kčs ,-Kč · HUF Ft ft. HUF. · RON lei Lei LEI leu · BGN лв лв. Лв · IDR Rp Rp. · MYR RM · PEN S/ S/. · CHF Fr Fr. fr. SFr SFr. sFr. Sfr CHf · ' +
  'SAR ر.س ر.س. ﷼س · AED د.إ د.إ. Dhs Dhs. DHS Dh Dh. dhs · EGP ج.م ج.م. E£ EG£ LE L.E. L.E · IRR ر.إ. ریال · KWD د.ك د.ك. KD K.D. · QAR ر.ق ر.ق. QR · OMR ر.ع ر.ع. · BHD د.ب د.ب. BD · JOD د.أ د.أ. JD · ' +
  'MAD د.م د.م. · TND د.ت د.ت. DT · DZD د.ج د.ج. · IQD د.ع د.ع. · LBP ل.ل ل.ل. · SYP ل.س ل.س. · YER ر.ي · BDT ৳ Tk Tk. টাকা · LKR SLRs · NPR NRs · CRC ₡ · PYG ₲ · LAK ₭ · MNT ₮ · GEL ₾ · AMD ֏ · AZN ₼ ман · ' +
  'RSD дин din din. РСД · BAM KM · MKD ден ден. · ISK ISKr · KES KSh Ksh KShs Ksh. KES. · UGX USh UShs · TZS TSh TShs · BOB Bs. Bs · VES Bs.S · HNL L. · XOF FCFA CFA · PGK K. · BYN Br · ' +
  'SEK SEK. skr · NOK NOK. nkr · DKK DKK. dkr'
for (const line of signLines.split(' · ')) {
  const [code = '', ...forms] = line.split(' ')
  for (const form of forms) signs[form] = code
}

/** Nouns by kind, as beginnings of folded words; the kind is the currency that the bare noun means. */
export const nounStems: [kind: string, stems: string][] = [
  ['EUR', 'euro евро євро ευρω ユーロ 欧元 歐元 유로 يورو यूरो ইউরো یورو ยูโร אירו eur'],
  ['USD', 'dollar dolar доллар долар ドル 美元 美金 달러 دولار डॉलर डालर ডলার ڈالر ดอลลาร์ דולר δολαρι buck'],
  [
    'GBP',
    'pound pfund libra livre sterlin pond funt фунт ポンド 英镑 英鎊 파운드 جنيه पाउंड পাউন্ড پاؤنڈ ปอนด์ לירה λιρα pund libr quid',
  ],
  ['JPY', 'yen iene ien иен йен єн jen 日元 日圆 日圓 엔 엔화 ين येन ইয়েন เยน jeny'],
  ['CNY', 'yuan yuans юан 人民币 人民幣 元 위안 위안화 يوان युआन ইউয়ান یوآن หยวน renminbi juan 人民元'],
  ['INR', 'rupee rupie rupia roupie rupi рупи ルピー 卢比 盧比 루피 روبية रुपय रुपए रुपये रुपया रूपये রুপি روپ รูปี roepie'],
  ['KRW', 'won 韩元 韓元 韩圆 ウォン 원 вон وون वॉन ওন วอน'],
  [
    'RUB',
    'ruble rouble rubel rublo rubl roebel рубл рублей рубля рубле ルーブル 卢布 盧布 루블 روبل रूबल রুবেল روبل rubli',
  ],
  ['BRL', 'real reais reai reales レアル 雷亚尔 레알 реал'],
  ['TRY', 'lira liras lire lir лир ліра ліри リラ 里拉 리라 ليرة लीरा লিরা لیرا'],
  ['CHF', 'franken franc frank франк フラン 法郎 프랑 فرنك फ़्रैंक ফ্রাঁ franco franchi rappen'],
  [
    'SEK',
    'kronor krona kronur крона крон クローナ クローネ 克朗 크로나 크로네 كرونة क्रोना couronne corona coroa corone krone kroner kron',
  ],
  ['CZK', 'korun koruna koruny korun'],
  ['PLN', 'zloty zl zlotych zlote zlotow złot zlotys złotych злот ズウォティ 兹罗提 즈워티 زلوتي ज़्लॉटी esloti'],
  ['MXN', 'peso песо ペソ 比索 페소 بيزو पेसो পেসো'],
  ['AED', 'dirham дирхам ディルハム 迪拉姆 디르함 درهم दिरहाम dirhem dírham دراهم'],
  ['SAR', 'riyal rial riyad риял リヤル 里亚尔 리얄 ريال रियाल রিয়াল ریال'],
  ['KWD', 'dinar динар ディナール 第纳尔 디나르 دينار दीनार'],
  ['ILS', 'shekel scheckel schekel шекел שקל'],
  ['THB', 'baht бат バーツ 泰铢 바트 بات बाट บาท'],
  ['VND', 'dong донг ドン 越南盾 동 đồng'],
  ['IDR', 'rupiah рупий_индонез ルピア 印尼盾 루피아'],
  ['UAH', 'hryvni hrywn гривн гривен гривень フリヴニャ 格里夫纳 흐리우냐'],
  ['HUF', 'forint форинт フォリント 福林 포린트'],
  ['MYR', 'ringgit ринггит リンギット 林吉特 링깃'],
  ['ZAR', 'rand ランド 兰特 랜드 рэнд'],
  ['BDT', 'taka টাকা'],
  ['PKR', 'روپے روپیہ'],
  ['NGN', 'naira'],
  ['KES', 'shilling'],
  ['KZT', 'tenge тенге'],
  ['BGN', 'лева leva'],
  ['PHP', 'piso'],
  ['TWD', '新台币 新臺幣 台币'],
  ['HKD', '港元 港币 港幣 香港ドル 홍콩달러'],
  ['CAD', '加元 加币 カナダドル 캐나다달러 加拿大元'],
  ['AUD', '澳元 澳币 豪ドル 호주달러 澳大利亚元'],
  ['SGD', '新元 新加坡元'],
  ['USD', '米ドル 미국달러'],
]

/** Countries before or behind such a noun, as beginnings of folded words; the code starts with the region. */
export const nationStems: [region: string, stems: string][] = [
  [
    'US',
    'us usa u.s american amerikan estadounid statunit americ amerykan сша американ abd アメリカ 米 美国 미국 أمريكي أميركي यूएस अमेरिकी মার্কিন امریکی unis etats serikat amerika vereinigt unidos',
  ],
  ['CA', 'canad kanad канад カナダ 加拿大 캐나다 كندي कनाडाई কানাডিয়ান کنیڈین'],
  ['AU', 'austral австрал avustral オーストラリア 澳大利亚 호주 أسترالي ऑस्ट्रेलियाई অস্ট্রেলিয়ান آسٹریلین'],
  ['NZ', 'zealand neuseel neozel zelandia новозеланд ニュージーランド 新西兰 뉴질랜드'],
  ['HK', 'hong kong hongkong гонконг 香港 홍콩 هونغ'],
  ['SG', 'singap сингапур シンガポール 新加坡 싱가포르'],
  ['TW', 'taiwan taiwanes тайван 台湾 대만'],
  [
    'GB',
    'brit англійськ англ sterling esterlin brytyj британск 英国 イギリス 영국 إسترليني استرليني ब्रिटिश ব্রিটিশ برطانوی ingiliz szterling sterline inggris стерлинг engelsk inglesa',
  ],
  ['JP', 'japan japon giappon яп японск 日本 일본 ياباني जापानी জাপানি جاپانی jepang'],
  ['CN', 'chin китай cinese çin cin 中国 중국 صيني चीनी চীনা چینی tiongkok kines'],
  ['IN', 'indi hind инди インド 印度 인도 هندي भारतीय ভারতীয় بھارتی'],
  ['PK', 'pakist пакистан パキスタン 巴基斯坦 파키스탄 باكستان पाकिस्तानी پاکستانی'],
  ['LK', 'lanka srilank'],
  ['NP', 'nepal'],
  ['KR', 'korea корей coré sud-cor 韓国 韩国 대한민국 한국 south'],
  ['RU', 'russ росси rus ロシア 俄罗斯 러시아 روسي रूसी রাশিয়ান rosyj рос'],
  ['BR', 'bra brasil brazil бразил ブラジル 巴西 브라질 برازيلي'],
  ['TR', 'turk turc türk tureck турец トルコ 土耳其 튀르키예 터키 تركي तुर्की তুর্কি turch'],
  ['CH', 'swiss suis schweiz svizzer suiz szwajc швейцар スイス 瑞士 스위스 سويسري स्विस isvicre zwitser helvet'],
  ['SE', 'swed schwed suéd sued svens szwed шведск スウェーデン 瑞典 스웨덴 سويدية isvec zweed'],
  ['NO', 'norw norweg norvég norveg norueg norsk норвеж ノルウェー 挪威 노르웨이 noors'],
  ['DK', 'danish danois dän danes dansk dan датск デンマーク 丹麦 덴마크 deens'],
  ['CZ', 'czech tschech tchèqu checa cesk чешск チェコ 捷克'],
  ['IS', 'iceland isländ islandes'],
  ['PL', 'polish poln polon polsk polac пол ポーランド 波兰 폴란드'],
  ['MX', 'mexic mexik messic мексик メキシコ 墨西哥 멕시코 مكسيكي'],
  ['AR', 'argent аргент アルゼンチン'],
  ['CL', 'chil'],
  ['CO', 'colomb kolumb'],
  ['PH', 'philip filip フィリピン 菲律宾 필리핀'],
  ['EG', 'egypt ägypt egipt egyp египет エジプト 埃及 이집트 مصري مصرية مصر'],
  ['SA', 'saudi saoud sauds сауд サウジ 沙特 사우디 سعودي सउदी سعودی'],
  ['AE', 'uae uea vae emirat emirati إماراتي اماراتي اماراتی'],
  ['QA', 'qatar katar قطري'],
  ['OM', 'oman عماني'],
  ['KW', 'kuwait koweit كويتي'],
  ['BH', 'bahrain بحريني'],
  ['JO', 'jordan أردني اردني'],
  ['IQ', 'iraq irak عراقي'],
  ['TN', 'tunis تونسي'],
  ['DZ', 'alger جزائري'],
  ['MA', 'moroc maroc marok مغربي'],
  ['LB', 'leban liban لبناني'],
  ['SY', 'syri سوري'],
  ['RS', 'serb сербск'],
  ['IR', 'iran ایران إيراني'],
  ['IL', 'israel израил'],
  ['ZA', 'african afrikan sudafr'],
  ['KE', 'kenya'],
  ['UG', 'ugand'],
  ['TZ', 'tanzan'],
  ['ID', 'indones インドネシア 印尼 인도네시아'],
]

/** Words beside the noun that say nothing more. */
export const nounFillers = new Set(
  'of de del des dei degli los las arab arabes the dos da mata uang сша новый new'.split(' '),
)

/** Nouns that weigh, measure or mean "real" more often than they pay: money only where money is looked for. */
export const doubtfulNouns =
  /^(?:pound|pounds|pond|pund|libra|libras|livre|livres|quid|buck|bucks|corona|coronas|rand|rands|real|reals|won|lei|frank|ien|元|엔|동|ين|бат|р)$/

/** Abbreviations that are also rooms, catalogue numbers and units: money only beside decimals or in their own country. */
export const doubtfulSigns = new Set(
  'RM K. L. Br QR JD DT BD KD LE KM Bs Bs. р р. บ. L.E Dh Dh. DH ft. ден ден. ман'.split(' '),
)
