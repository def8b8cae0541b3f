// HtmlTemplate: HTML with scriptlets, turned into a script that writes the page.

type Part = { kind: 'text' | 'code' | 'escaped' | 'raw'; text: string }

/** Splits `<? … ?>`, `<?= … ?>` and `<?!= … ?>` from the text around them. */
function partsOf(source: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    if (match.index > at) parts.push({ kind: 'text', text: source.slice(at, match.index) })
    const kind = match[1] === '=' ? 'escaped' : match[1] === '!=' ? 'raw' : 'code'
    parts.push({ kind, text: match[2] ?? '' })
    at = match.index + match[0].length
  }
  if (at < source.length) parts.push({ kind: 'text', text: source.slice(at) })
  return parts
}

/** The script of a template, as `getCode` shows it; with `comments` each scriptlet is named before its code. */
export function templateCode(source: string, comments = false): string {
  const lines = partsOf(source).map(({ kind, text }) => {
    if (kind === 'text') return `output._ = ${JSON.stringify(text)};`
    const note = comments ? `/* ${text.trim().replaceAll('*/', '* /')} */ ` : ''
    if (kind === 'code') return `${note}${text}`
    return `${note}output.${kind === 'escaped' ? '_$' : '$'} = ${text};`
  })
  return `(function() { var output = HtmlService.initTemplate();\n${lines.join('\n')}\nreturn output.$out; })();`
}

/**
 * The template as a function of its properties: within it they are variables. What `<?= ?>` prints is escaped for the
 * place it stands in, HTML or a script.
 */
export function templateFunction(source: string): string {
  let script = false
  const lines = partsOf(source).map(({ kind, text }) => {
    if (kind === 'text') {
      const last = [...text.matchAll(/<(\/?)script\b/gi)].at(-1)
      if (last) script = last[1] === ''
      return `$write$(${JSON.stringify(text)});`
    }
    if (kind === 'code') return text
    const escaped = kind === 'raw' ? '' : script ? '$script$' : '$html$'
    return `$write$(${escaped}(\n${text.replace(/;\s*$/, '')}\n));`
  })
  return `(function ($scope$) {
    var $page$ = ''
    var $text$ = function (value) { return value === undefined || value === null ? String(value) : String(value) }
    var $write$ = function (value) { $page$ += $text$(value) }
    var $html$ = function (value) {
      return $text$(value).replace(/[&<>"']/g, function (sign) {
        return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }[sign]
      })
    }
    var $script$ = function (value) {
      return $text$(value).replace(/[<>&'"\\\\\\n\\r\\u2028\\u2029]/g, function (sign) {
        return '\\\\u' + ('000' + sign.charCodeAt(0).toString(16)).slice(-4)
      })
    }
    with ($scope$) {
${lines.join('\n')}
    }
    return $page$
  })`
}
