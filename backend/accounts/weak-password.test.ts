// Which passwords are too easy to guess.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demandStrongPassword } from './weak-password.ts'

const owner = { email: 'ada.lovelace@engines.example', name: 'Ada King-Noel' }
const judge = (password: string) =>
  demandStrongPassword(password, owner).then(
    () => 'good',
    ({ code }) => code,
  )

test.each([
  ...[
    '1234567890',
    'qwertyuiop',
    'iloveyou12',
    'Password1234',
    'P@ssw0rd!!',
    'Dragon2026!',
    '1q2w3e4r5t',
    '!!football99',
  ],
  ...['aaaaaaaaaa', 'abcabcabcabc', 'ABCabcABCabc', 'hunter2hunter2', 'passwordpassword', 'xyxyxyxyxyx'],
  ...['abcdefghij', 'jihgfedcba', '9876543210', '0987654321', '2345678901', 'aaaaaaaaab'],
  ...['ada.lovelace', 'Lovelace-1815', 'kingnoel2026', 'engines.example', 'Tablewright1', 'tablewright.ada'],
])('%s is refused', async (password) => {
  expect(await judge(password)).toBe('password_weak')
})

test.each([
  ...['correct horse battery', 'plum kettle sundial', 'kT0n5bEw2mQx', 'Ada wrote the first program', '83920174658231'],
  ...['ежевика и лимон', '檸檬と青い自転車で行く', 'Dragons eat 7 lemons', 'mississippi-delta-blues', 'ab12cd34ef56'],
])('%s is good', async (password) => {
  expect(await judge(password)).toBe('good')
})

test('what nobody could guess is good, and nothing takes long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 40 }), async (bytes) => {
      fc.pre(new Set(bytes).size > 12)
      expect(await judge(Buffer.from(bytes).toString('base64url'))).toBe('good')
    }),
    { numRuns: 300 * Number(process.env.STRESS ?? 1) },
  )
  for (const password of ['a'.repeat(200), 'ab'.repeat(100), `${'ab'.repeat(99)}ca`, '!'.repeat(200), 'é1'.repeat(100)])
    await judge(password)
})
