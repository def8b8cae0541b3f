// The spreadsheet page's document, before its script fills it.

/** The sandbox and permissions Google gives a panel's frame. */
const sandbox =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox'

/** The whole document; `title` names the spreadsheet. */
export function pageHtml(title: string): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} - local sheet</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='1' y='1' width='14' height='14' rx='2' fill='%23188038'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h8M8 5v6' stroke='white'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/assets/tabulator.css">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body>
<header class="top">
  <svg class="mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><rect x="3" y="2" width="18" height="20" rx="2.5" fill="#188038"/><path d="M7 8h10M7 12h10M7 16h10M12 8v8" stroke="#fff" stroke-width="1.6"/></svg>
  <div class="titles">
    <h1 id="title">${name}</h1>
    <nav class="menus" id="menus" aria-label="Menus"></nav>
  </div>
  <p class="local" title="This spreadsheet lives on this machine. Nothing here reaches Google.">Local sheet</p>
</header>
<section class="bar" aria-label="Formula bar">
  <input id="name-box" class="name-box" aria-label="Selected range" value="A1" spellcheck="false" autocomplete="off">
  <span class="fx" aria-hidden="true">fx</span>
  <input id="formula" class="formula" aria-label="Contents of the selected cell" spellcheck="false" autocomplete="off">
</section>
<div class="work">
  <main class="grid-area" aria-label="Spreadsheet">
    <div id="grid"></div>
  </main>
  <aside id="sidebar" class="sidebar" aria-labelledby="sidebar-title" hidden>
    <header class="panel-head"><h2 id="sidebar-title" class="panel-title"></h2><button type="button" id="sidebar-close" class="panel-close" aria-label="Close sidebar">&#x2715;</button></header>
    <iframe id="sidebar-frame" sandbox="${sandbox}" allow="clipboard-read; clipboard-write; local-network-access *" title="Sidebar"></iframe>
  </aside>
</div>
<footer class="tabs">
  <button type="button" id="add-sheet" class="add-sheet" aria-label="Add sheet" title="Add sheet">+</button>
  <div id="tabs" class="tab-list" role="tablist" aria-label="Sheets"></div>
</footer>
<dialog id="dialog" aria-labelledby="dialog-title">
  <header class="panel-head"><h2 id="dialog-title" class="panel-title"></h2><button type="button" id="dialog-close" class="panel-close" aria-label="Close dialog">&#x2715;</button></header>
  <iframe id="dialog-frame" sandbox="${sandbox}" title="Dialog"></iframe>
</dialog>
<dialog id="alert" aria-labelledby="alert-title" class="alert">
  <h2 id="alert-title" class="alert-title"></h2><p id="alert-text"></p>
  <form method="dialog" class="alert-form"><button class="alert-ok">OK</button></form>
</dialog>
<section aria-label="Messages"><div id="toast" class="toast" role="status" hidden></div></section>
<script src="/assets/tabulator.js"></script>
<script src="/assets/page.js"></script>
</body>
</html>
`
}
