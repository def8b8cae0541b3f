// Keeps zod from making code at run time, which it does for speed where it may; imported before any schema is made.
import * as z from 'zod'

z.config({ jitless: true })
