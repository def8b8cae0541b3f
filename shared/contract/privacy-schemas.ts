// What the deletion of an account takes.
import * as z from 'zod'

export const DeleteAccountBody = z
  .object({
    password: z.string().max(200).optional().meta({ description: 'The password of the account, if it has one.' }),
    id_token: z.string().min(1).max(8192).optional().meta({
      description: 'A Google identity token of the Google account that is linked to it: instead of the password.',
    }),
  })
  .meta({ id: 'DeleteAccountBody', description: 'What shows that it is the owner who asks: one of the two.' })
export type DeleteAccountBody = z.infer<typeof DeleteAccountBody>
