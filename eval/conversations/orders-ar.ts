// Arabic orders with eastern digits.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'ar',
  turns: [
    {
      says: `السلام عليكم، طلب محمد العلي ١٢ كرسي مكتب بمبلغ ٣٬٤٨٠ ر.س ليوم ٣ ديسمبر ٢٠٢٦، وطلبت سارة النجار ٢ طاولة بمبلغ ١٬٩٠٠ ر.س ليوم ١٢ مارس ٢٠٢٧.`,
      tables: [
        expected(`العميل*¦الصنف¦الكمية:number¦المبلغ:currency SAR¦التاريخ:date
محمد العلي¦كرسي مكتب~كراسي مكتب¦12¦3480¦2026-12-03
سارة النجار¦طاولة~طاولات¦2¦1900¦2027-03-12`),
      ],
      answer: answer(
        'طلبان:',
        write(
          'الطلبات',
          `العميل¦الصنف¦الكمية:number¦المبلغ:currency SAR¦التاريخ:date
محمد العلي¦كرسي مكتب¦١٢¦٣٬٤٨٠ ر.س¦٣ ديسمبر ٢٠٢٦
سارة النجار¦طاولة¦٢¦١٬٩٠٠ ر.س¦١٢ مارس ٢٠٢٧`,
        ),
      ),
    },
  ],
} satisfies Conversation
