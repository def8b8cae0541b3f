// Put into every panel's document: google.script.run and google.script.host over the panel's own origin.
import { createRunner, type Transport } from './script-run.ts'

type Boot = { token: string; functions: string[]; pageOrigin: string }
const script = document.currentScript as HTMLScriptElement
const boot = JSON.parse(script.dataset.boot ?? '{}') as Boot
script.remove()

const transport: Transport = async (name, args) => {
  const response = await fetch(`/run/${boot.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, args }),
  })
  if (!response.ok)
    return {
      ok: false,
      name: 'NetworkError',
      message: `NetworkError: Connection failure due to HTTP ${response.status}`,
    }
  return response.json()
}
const tell = (message: object) => parent.postMessage({ ...message, token: boot.token }, boot.pageOrigin)

Object.assign(window, {
  google: {
    script: {
      run: createRunner(boot.functions, transport, (error) =>
        console.error(`Uncaught ${error.name}: ${error.message}`),
      ),
      host: {
        origin: boot.pageOrigin,
        close: () => tell({ type: 'close' }),
        setWidth: (width: number) => tell({ type: 'size', width }),
        setHeight: (height: number) => tell({ type: 'size', height }),
        editor: { focus: () => tell({ type: 'focus' }) },
      },
    },
  },
})
