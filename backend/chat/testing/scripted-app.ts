// The backend with a model that answers by a script, and a person who talks to it.
import { type ReplayReply, startReplayServer } from '../../platform/model/testing/replay-openai.ts'
import { createTestApp } from '../../platform/testing/test-app.ts'
import { createClient } from './client.ts'

/** `reply` is asked for each of the model's answers. */
export async function startScriptedApp(reply: () => ReplayReply) {
  const model = await startReplayServer(reply)
  const app = await createTestApp({
    env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test' },
  })
  return {
    model,
    app,
    ada: await createClient(app),
    async close() {
      await app.close()
      await model.close()
    },
  }
}
