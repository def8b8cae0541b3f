// Unpaid invoices told in a Spanish mail.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'invoices',
  language: 'es',
  turns: [
    {
      locale: 'es-ES',
      says: `Buenos días: quedan pendientes la factura F-2026/118 de Muebles Añover, fechada el 7 de octubre de 2026, por 2.318,40 €; la F-2026/181 de Cañada Real S.A., del 10 de julio de 2026, por 231,84 €; y la F-2026/190 de Olivo y Sal, del 2 de noviembre de 2026, por 1.050 €. Un saludo, Marta (ext. 215)`,
      tables: [
        expected(`Factura*¦Cliente¦Fecha:date¦Importe:currency EUR
F-2026/118¦Muebles Añover¦2026-10-07¦2318.4
F-2026/181¦Cañada Real S.A.¦2026-07-10¦231.84
F-2026/190¦Olivo y Sal¦2026-11-02¦1050`),
      ],
      answer: answer(
        'Tres facturas pendientes:',
        write(
          'Facturas pendientes',
          `Factura¦Cliente¦Fecha:date¦Importe:currency EUR
F-2026/118¦Muebles Añover¦7 de octubre de 2026¦2.318,40 €
F-2026/181¦Cañada Real S.A.¦10 de julio de 2026¦231,84 €
F-2026/190¦Olivo y Sal¦2 de noviembre de 2026¦1.050 €`,
        ),
      ),
    },
  ],
} satisfies Conversation
