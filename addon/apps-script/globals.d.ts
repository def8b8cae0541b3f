// What the script finds around it at Google, and what the build puts in.
/// <reference types="google-apps-script" />

/** The backend's address that this build was made for. */
declare const __BACKEND_URL__: string
/** The product's version. */
declare const __VERSION__: string

/** Published methods that the types do not know yet. */
declare namespace GoogleAppsScript.Spreadsheet {
  interface FilterCriteria {
    getVisibleBackgroundColor(): Color | null
    getVisibleForegroundColor(): Color | null
  }
  interface FilterCriteriaBuilder {
    setVisibleBackgroundColor(color: Color): FilterCriteriaBuilder
    setVisibleForegroundColor(color: Color): FilterCriteriaBuilder
  }
}
