// What the add-on remembers for the person, in their own properties.
import type { Preferences } from '../../shared/contract/rpc.ts'

/** A property holds 9 KB; a UTF-16 unit is at most 3 bytes of UTF-8. */
const unitsPerPart = 2500
const draftParts = 4

const partName = (part: number) => `draft_${part}`

/** The draft, the conversation and the agreement as they were last remembered. */
export function recallPreferences(): Preferences {
  const all = PropertiesService.getUserProperties().getProperties()
  const draft = Array.from({ length: draftParts }, (_, part) => all[partName(part)] ?? '').join('')
  return {
    ...(draft ? { draft } : {}),
    ...(all.conversation_id ? { conversation_id: all.conversation_id } : {}),
    ...(all.agreed ? { agreed: all.agreed } : {}),
  }
}

/** Remembers what is given and leaves the rest as it is; an empty string forgets. */
export function remember({ draft, conversation_id, agreed }: Preferences): Record<string, never> {
  const values: Record<string, string> = {}
  if (draft !== undefined) {
    for (let part = 0; part < draftParts; part++) {
      values[partName(part)] = draft.slice(part * unitsPerPart, (part + 1) * unitsPerPart)
    }
  }
  if (conversation_id !== undefined) values.conversation_id = conversation_id
  if (agreed !== undefined) values.agreed = agreed
  PropertiesService.getUserProperties().setProperties(values)
  return {}
}
