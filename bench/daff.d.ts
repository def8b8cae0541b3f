// The part of daff that is measured; the package has no types.
declare module 'daff' {
  type Lines = (string | number)[][]
  const daff: {
    TableView: new (lines: Lines) => object
    CompareFlags: new () => { addPrimaryKey(column: string): void }
    Merger: new (base: object, ours: object, theirs: object, flags: object) => { apply(): number }
  }
  export default daff
}
