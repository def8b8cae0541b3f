// What a person sees when an app asks for their account: which account, which permissions, allow or cancel.

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const words: Record<string, string> = {
  'https://www.googleapis.com/auth/drive.file':
    'See, edit, create and delete only the specific Google Drive files you use with this app',
  'https://www.googleapis.com/auth/drive': 'See, edit, create and delete all of your Google Drive files',
  'https://www.googleapis.com/auth/spreadsheets': 'See, edit, create and delete all your Google Sheets spreadsheets',
}

/** Who one is goes along without a box. */
const alwaysGranted = ['openid', 'email', 'profile', 'https://www.googleapis.com/auth/userinfo.email']

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}' +
  'label{display:block;margin:.6rem 0}input[type=email]{font:inherit;width:20rem}button{font:inherit;padding:.4rem 1.2rem;margin-right:.6rem}'

/** The form sends the request on as it came. */
export function consentPage(account: string, scopes: string[], asked: URLSearchParams): string {
  const hidden = (name: string, value: string) =>
    `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
  const boxes = scopes.map((scope) =>
    alwaysGranted.includes(scope)
      ? hidden('granted', scope)
      : `<label><input type="checkbox" name="granted" value="${escaped(scope)}" checked> ${escaped(words[scope] ?? scope)}</label>`,
  )
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in - emulated Google Accounts</title>
<style>${style}</style>
<h1>${escaped(asked.get('client_id') ?? '')} wants access to your Google Account</h1>
<form method="post">
${[...asked].map(([name, value]) => hidden(name, value)).join('\n')}
<label>Account <input type="email" name="account" value="${escaped(account)}" required></label>
${boxes.join('\n')}
<p><button name="decision" value="allow">Continue</button><button name="decision" value="deny">Cancel</button></p>
</form>
</html>
`
}
