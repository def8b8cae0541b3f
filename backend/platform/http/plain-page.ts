// The one look of the few small pages that a browser gets from the server itself. They work without a script and load nothing.

/** A text as it stands in HTML, in quotes too. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** The same colours as the sidebar, light and dark. */
const style = `
:root{color-scheme:light dark;--ink:#1f1f1f;--soft:#5f6368;--line:#e3e6ea;--tint:#f6f8fb;--paper:#fff;--good:#137333;--bad:#a35200}
@media (prefers-color-scheme:dark){:root{--ink:#e3e3e3;--soft:#a8adb4;--line:#3a3d41;--tint:#1b1c1f;--paper:#232528;--good:#81c995;--bad:#fdd663}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--tint);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{box-sizing:border-box;width:calc(100% - 3rem);max-width:26rem;margin:1.5rem;padding:1.75rem;background:var(--paper);border:1px solid var(--line);border-radius:12px;overflow-wrap:anywhere}
h1{margin:0 0 .75rem;font-size:1.2rem;line-height:1.3}
h1.good{color:var(--good)}h1.bad{color:var(--bad)}
p{margin:.5rem 0}
.soft{color:var(--soft);font-size:.87rem}
[role=alert]{border-left:.25rem solid var(--bad);padding-left:.75rem}
label,input{display:block;width:100%;box-sizing:border-box;font:inherit}
input{margin:.25rem 0 .9rem;padding:.55rem .7rem;border:1px solid #888;border-radius:.4rem}
button{font:inherit;padding:.55rem 1.2rem;margin:.25rem .5rem .25rem 0;border:1px solid #0b57d0;border-radius:.4rem;background:#0b57d0;color:#fff;cursor:pointer}
button.plain{background:none;color:inherit;border-color:#888}`

/** `title` is text, `content` HTML; `tone` colours the title of a page that tells how something ended. */
export const plainPage = (title: string, content: string, tone?: 'good' | 'bad'): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – Tablewright</title>
<style>${style}</style>
</head>
<body><main>
<h1${tone ? ` class="${tone}"` : ''}>${escaped(title)}</h1>
${content}
</main></body>
</html>
`

/**
 * The content security policy of such a page: nothing is loaded, run or framed. Unlike the API's own it leaves servers on
 * a plain address alone. `target` is a source that a form may lead on to beside this server.
 */
export const pagePolicy = (target?: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'${target === undefined ? '' : ` ${target}`}; base-uri 'none'; frame-ancestors 'none'`
