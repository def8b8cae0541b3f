// Hindi orders with Indian grouping of digits.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'hi',
  turns: [
    {
      locale: 'hi-IN',
      says: `नमस्ते, सुनीता शर्मा ने 25 स्टील की थालियाँ मँगाई हैं, राशि ₹3,750, तारीख 3 दिसंबर 2026। सुनील शर्मा ने 2 प्रेशर कुकर मँगाए, राशि ₹1,35,000, तारीख 12 मार्च 2027।`,
      tables: [
        expected(`ग्राहक*¦सामान¦मात्रा:number¦राशि:currency INR¦तारीख:date
सुनीता शर्मा¦स्टील की थालियाँ~स्टील की थाली¦25¦3750¦2026-12-03
सुनील शर्मा¦प्रेशर कुकर¦2¦135000¦2027-03-12`),
      ],
      answer: answer(
        '',
        write(
          'ऑर्डर',
          `ग्राहक¦सामान¦मात्रा:number¦राशि:currency INR¦तारीख:date
सुनीता शर्मा¦स्टील की थालियाँ¦25¦₹3,750¦3 दिसंबर 2026
सुनील शर्मा¦प्रेशर कुकर¦2¦₹1,35,000¦12 मार्च 2027`,
        ),
      ),
    },
  ],
} satisfies Conversation
