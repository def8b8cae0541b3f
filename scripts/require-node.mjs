// Says plainly when Node is too old to run TypeScript files, before Node says it in its own words.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(`Tablewright needs Node 24 or newer; this is Node ${process.versions.node}.`)
  console.error(
    'On Linux and Windows `npm ci` brings it along. On macOS install it from nodejs.org, then run this again.',
  )
  process.exit(1)
}
