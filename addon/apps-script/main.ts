// The functions that Google may call; each name here becomes a global of the built script, and no other does.
import './zod-settings.ts'

export { onInstall, onOpen } from './menu.ts'
export { rpc } from './rpc.ts'
export { showSidebar } from './sidebar.ts'
