// HTTP of the accounts.
import { Router } from 'express'
import { mount } from '../platform/http/mount.ts'
import type { Accounts } from './accounts.ts'

export function accountsRouter(accounts: Accounts): Router {
  const router = Router()
  mount(router, 'register', ({ body }) => accounts.register(body))
  mount(router, 'login', ({ body, req }) => accounts.login(body, req.ip ?? ''))
  mount(router, 'signInWithGoogle', ({ body }) => accounts.signInWithGoogle(body))
  mount(router, 'getMe', ({ actor }) => accounts.getMe(actor))
  return router
}
