// Sending mail, to a server that takes it, refuses it or is not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailer } from './mailer.ts'
import { type Mailbox, openMailbox } from './testing/mailbox.ts'

let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
})
afterAll(() => box.close())

const message = { subject: 'Ein Gruß', text: 'Schön\n', html: '<p>Schön</p>\n' }
const mailer = (smtpUrl = box.url) => createMailer({ smtpUrl, from: 'Tablewright <t@example.com>' })

test('a mail arrives as it was written, to one address', async () => {
  expect(await mailer().send({ ...message, to: 'ada@example.com' })).toBe(true)
  const mail = await box.to('ada@example.com')
  expect(mail).toMatchObject({ to: ['ada@example.com'], from: 't@example.com' })
  expect([mail.text.trim(), mail.html.trim()]).toEqual(['Schön', '<p>Schön</p>'])
})

test('a mailbox that is not there is not asked for again', async () => {
  expect(await mailer().send({ ...message, to: 'nobody@example.com' })).toBe(false)
})

test('a server that is busy or away may be asked again; the error names nobody', async () => {
  box.refuse(1)
  const busy = mailer().send({ ...message, to: 'eve@example.com' })
  await expect(busy).rejects.toThrow('the mail server did not take a mail (EMESSAGE, 451)')
  const away = mailer('smtp://127.0.0.1:1').send({ ...message, to: 'eve@example.com' })
  await expect(away).rejects.toThrow('the mail server did not take a mail (ESOCKET, 0)')
})
