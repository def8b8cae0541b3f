// Prose of many kinds in fifteen languages, none of which holds a table.
import { type Negative, sheet } from './negatives.ts'

export const prose: Negative[] = sheet(`
%% english sentences
We packed bread, cheese, and two apples, then left, late as ever.
%%
It rained on Monday, it rained on Tuesday, and on Wednesday, to nobody's surprise, it rained.
In the evening, however, the sky cleared, the wind dropped, and we went out.
%%
Sales rose to 1,204 in March, fell to 998 in April, and reached 1,530 in May.
Costs, at 12,040, 11,300 and 12,900, hardly moved.
%%
The first, Ann, came at nine; the second, Ben, at ten; the third never came.
The fourth, Dee, wrote a letter; the fifth, Eli, called; the sixth forgot.
%%
Yes, no, maybe.
No, yes, perhaps.
Well, well, well.
%%
One thing is sure, time flies.
Two things are not, luck and weather.
Three things help, sleep, food, friends.
%%
He said, "Come in, sit down, have tea."
She said, "No, thanks, I must go."
He said, "Then go, and be quick."
%%
From 9:00 to 12:00 we meet in room 4, from 13:00 to 15:00 in room 7.
From 15:30 on, everybody is free.
%%
The price went from $12.50 to $14.00, then to $13.20, within 3 weeks, 2 days and 4 hours.
%%
On 3 March 2021, 14 people came; on 10 March 2021, 12; on 17 March 2021, 19.
%%
Length, width, height: these three, and no others, matter.
%%
Red, green, blue.
%%
Who, what, when, where, why?
%%
Ann Alder, Ben Birch, Cyd Cedar and Dee Dogwood were there, Eli Elm was not.
%%
This line has  two blanks.  So has this one.
And  this one too.  Old habits, old  machines.
%%
first line
second line
third line
fourth line
%%
What we know:   little.
What we guess:  a lot.
What we hope:   more.
%% german
Wir haben Brot, Käse und zwei Äpfel eingepackt; dann sind wir, spät wie immer, losgegangen.
%%
Am Montag regnete es, am Dienstag auch, und am Mittwoch, wie erwartet, wieder.
Abends aber, gegen acht, klarte es auf, der Wind legte sich, und wir gingen hinaus.
%%
Der Umsatz stieg auf 1.204,50 Euro, fiel dann auf 998,00 Euro, und lag im Mai bei 1.530,75 Euro.
Die Kosten, 12.040 Euro, blieben gleich.
%%
Sehr geehrte Damen und Herren,
hiermit kündige ich, fristgerecht, zum 31.12.2024.
Mit freundlichen Grüßen,
Eva Beispiel
%%
Zuerst kam Anna, dann Bernd, zuletzt Clara.
Zuerst ging Clara, dann Bernd, zuletzt Anna.
%%
Öffnungszeiten finden Sie an der Tür; samstags bis 13 Uhr, sonst bis 18 Uhr.
%% french
Nous avons pris du pain, du fromage et deux pommes ; puis, en retard comme toujours, nous sommes partis.
%%
Lundi, il a plu ; mardi, il a plu ; mercredi, bien sûr, il a plu.
Le soir, pourtant, le ciel s'est dégagé, le vent est tombé, et nous sommes sortis.
%%
Les ventes ont atteint 1 204,50 € en mars, 998,00 € en avril, et 1 530,75 € en mai.
%%
Question : que faire ?
Réponse : attendre.
Remarque : c'est long.
%%
« Entre, assieds-toi, prends du thé », dit-il.
« Non, merci, je dois partir », dit-elle.
%% spanish
Llevamos pan, queso y dos manzanas; luego, tarde como siempre, salimos.
%%
El lunes llovió, el martes también, y el miércoles, cómo no, volvió a llover.
Por la noche, sin embargo, el cielo se abrió, el viento cesó, y salimos.
%%
¿Quién viene? Ana, Bruno, Carla y Diego.
¿Quién no viene? Elena, Fabio, y quizá Gema.
%%
Las ventas subieron a 1.204,50 €, bajaron a 998,00 €, y en mayo llegaron a 1.530,75 €.
%% italian
Abbiamo preso pane, formaggio e due mele; poi, in ritardo come sempre, siamo partiti.
%%
Lunedì ha piovuto, martedì pure, e mercoledì, naturalmente, ancora.
La sera, però, il cielo si è aperto, il vento è calato, e siamo usciti.
%%
Gentile signora Rossi,
la ringrazio per la sua lettera, che ho letto con piacere.
Cordiali saluti,
Paolo
%% portuguese
Levamos pão, queijo e duas maçãs; depois, atrasados como sempre, saímos.
%%
Na segunda choveu, na terça também, e na quarta, claro, choveu de novo.
À noite, porém, o céu abriu, o vento parou, e nós saímos.
%%
As vendas subiram para R$ 1.204,50, caíram para R$ 998,00, e em maio chegaram a R$ 1.530,75.
%% dutch
We namen brood, kaas en twee appels mee; toen gingen we, laat als altijd, op weg.
%%
Maandag regende het, dinsdag ook, en woensdag, hoe kan het anders, weer.
's Avonds, echter, klaarde het op, de wind ging liggen, en we gingen naar buiten.
%%
Beste Anke,
dank je voor je brief, ik was er blij mee.
Groeten, Daan
%% polish
Wzięliśmy chleb, ser i dwa jabłka; potem, spóźnieni jak zawsze, wyszliśmy.
%%
W poniedziałek padało, we wtorek też, a w środę, oczywiście, znowu.
Wieczorem jednak niebo się przejaśniło, wiatr ustał, i wyszliśmy.
%%
Sprzedaż wzrosła do 1 204,50 zł, spadła do 998,00 zł, a w maju wyniosła 1 530,75 zł.
%% russian
Мы взяли хлеб, сыр и два яблока; потом, как всегда поздно, вышли.
%%
В понедельник шёл дождь, во вторник тоже, и в среду, конечно, опять.
Вечером, однако, небо прояснилось, ветер стих, и мы вышли.
%%
— Входи, садись, пей чай.
— Нет, спасибо, мне пора.
— Тогда иди, и поскорее.
%%
Продажи выросли до 1 204,50 рублей, упали до 998,00, а в мае дошли до 1 530,75.
%% turkish
Ekmek, peynir ve iki elma aldık; sonra, her zamanki gibi geç, yola çıktık.
%%
Pazartesi yağmur yağdı, salı da, çarşamba ise, elbette, yine.
Akşam ama gökyüzü açıldı, rüzgâr dindi, dışarı çıktık.
%%
Sayın Elif Hanım,
mektubunuz için teşekkür ederim, çok sevindim.
Saygılarımla, Murat
%% japanese
パン、チーズ、りんごを二つ持って、いつものように遅れて出かけました。
%%
月曜日は雨、火曜日も雨、水曜日も、やはり雨でした。
夜には、空が晴れて、風も止み、私たちは外に出ました。
%%
田中様
いつもお世話になっております。
資料を、三部、お送りいたします。
%%
問：どうする？
答：待つ。
%%
りんご、みかん、ぶどう
いぬ、ねこ、とり
%% chinese
我们带了面包，奶酪，和两个苹果，然后，像往常一样，晚了才出门。
%%
星期一下雨，星期二也下雨，星期三，当然，又下雨。
晚上，天晴了，风停了，我们出去了。
%%
问：怎么办？
答：等。
%%
王老师：您好！信收到了，谢谢。
资料我明天寄，大概三份。
%% korean
우리는 빵, 치즈, 사과 두 개를 챙겨서, 늘 그렇듯 늦게, 나갔다.
%%
월요일에 비가 왔고, 화요일에도 왔고, 수요일에도, 물론, 또 왔다.
저녁에는, 하늘이 개고, 바람이 멎어서, 우리는 나갔다.
%%
김 대리님께,
보내 주신 편지, 잘 받았습니다.
감사합니다, 박 드림
%% arabic
أخذنا خبزا، وجبنا، وتفاحتين، ثم خرجنا متأخرين كالعادة.
%%
يوم الاثنين أمطرت، ويوم الثلاثاء أيضا، ويوم الأربعاء، طبعا، مرة أخرى.
في المساء، صفت السماء، وهدأت الريح، فخرجنا.
%%
السيدة ليلى،
شكرا على رسالتك، سررت بها.
مع التحية، سامي
%% hindi
हमने रोटी, पनीर और दो सेब लिए, फिर, हमेशा की तरह देर से, निकले।
%%
सोमवार को बारिश हुई, मंगलवार को भी, और बुधवार को, ज़ाहिर है, फिर।
शाम को, मगर, आसमान साफ़ हुआ, हवा थमी, और हम बाहर निकले।
%%
प्रिय रीना,
चिट्ठी के लिए धन्यवाद, बहुत अच्छा लगा।
सादर, अमित
`)
