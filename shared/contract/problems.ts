// Every problem the API can answer with: code, HTTP status and title. Answers are application/problem+json (RFC 9457).

/** The one table of problems. A title says what happened; the detail of each answer says why and what to do. */
export const problems = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'The e-mail or the password is wrong' },
  identity_refused: { status: 401, title: 'Google’s sign-in was not accepted' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  email_taken: { status: 409, title: 'This e-mail already has an account' },
  already_answering: { status: 409, title: 'The last message is still being answered' },
  not_continuable: { status: 409, title: 'This reply can’t go on' },
  template_fixed: { status: 409, title: 'This template can’t be changed' },
  too_many_templates: { status: 409, title: 'There are too many templates' },
  stale: { status: 412, title: 'It has changed since you read it' },
  message_too_long: { status: 413, title: 'The message is too long' },
  file_too_large: { status: 413, title: 'The file is too large' },
  table_too_large: { status: 413, title: 'The table is too large' },
  key_reused: { status: 422, title: 'The key belongs to another request' },
  message_empty: { status: 422, title: 'The message is empty' },
  template_invalid: { status: 422, title: 'The template can’t be used like this' },
  file_unreadable: { status: 422, title: 'The file can’t be read' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  daily_cap_reached: { status: 429, title: 'Today’s share of the model is used up' },
  too_many_streams: { status: 429, title: 'Too many replies at once' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  model_key_refused: { status: 502, title: 'The model refused the server’s key' },
  model_unreachable: { status: 502, title: 'The model can’t be reached' },
  model_failed: { status: 502, title: 'The model failed' },
  model_busy: { status: 503, title: 'The model is busy' },
  unavailable: { status: 503, title: 'The server is not ready' },
  // How a reply can end after it has begun: these come in its events and stay with the message.
  model_refused: { status: 422, title: 'The model declined' },
  model_filtered: { status: 422, title: 'The reply was held back' },
  reply_cut: { status: 502, title: 'The reply stopped early' },
  reply_interrupted: { status: 503, title: 'The reply was interrupted' },
} as const

export type ProblemCode = keyof typeof problems
