// The methods Google publishes, as signatures: what rules, criteria, colours and rich text take, and their builders. How they are written: `signatures.ts`.

export const buildersSignatures: Record<string, string> = {
  DataValidation: 'copy() getAllowInvalid() getCriteriaType() getCriteriaValues() getHelpText()',
  DataValidationBuilder: `
    build() copy() getAllowInvalid() getCriteriaType() getCriteriaValues() getHelpText() requireCheckbox()(o)(o,o)
    requireDate() requireDateAfter(d) requireDateBefore(d) requireDateBetween(d,d) requireDateEqualTo(d)
    requireDateNotBetween(d,d) requireDateOnOrAfter(d) requireDateOnOrBefore(d) requireFormulaSatisfied(s)
    requireNumberBetween(n,n) requireNumberEqualTo(n) requireNumberGreaterThan(n) requireNumberGreaterThanOrEqualTo(n)
    requireNumberLessThan(n) requireNumberLessThanOrEqualTo(n) requireNumberNotBetween(n,n) requireNumberNotEqualTo(n)
    requireTextContains(s) requireTextDoesNotContain(s) requireTextEqualTo(s) requireTextIsEmail() requireTextIsUrl()
    requireValueInList([o)([o,b) requireValueInRange(Range)(Range,b) setAllowInvalid(b) setHelpText(s)
    withCriteria(DataValidationCriteria,[o)`,
  ConditionalFormatRule: 'copy() getBooleanCondition() getGradientCondition() getRanges()',
  ConditionalFormatRuleBuilder: `
    build() copy() getBooleanCondition() getGradientCondition() getRanges() setBackground(s) setBold(b) setFontColor(s)
    setGradientMaxpoint(s) setGradientMaxpointWithValue(s,InterpolationType,s)
    setGradientMidpointWithValue(s,InterpolationType,s) setGradientMinpoint(s)
    setGradientMinpointWithValue(s,InterpolationType,s) setItalic(b) setRanges([Range) setStrikethrough(b)
    setUnderline(b) whenCellEmpty() whenCellNotEmpty() whenDateAfter(d)(RelativeDate) whenDateBefore(d)(RelativeDate)
    whenDateEqualTo(d)(RelativeDate) whenFormulaSatisfied(s) whenNumberBetween(n,n) whenNumberEqualTo(n)
    whenNumberGreaterThan(n) whenNumberGreaterThanOrEqualTo(n) whenNumberLessThan(n) whenNumberLessThanOrEqualTo(n)
    whenNumberNotBetween(n,n) whenNumberNotEqualTo(n) whenTextContains(s) whenTextDoesNotContain(s) whenTextEndsWith(s)
    whenTextEqualTo(s) whenTextStartsWith(s) withCriteria(BooleanCriteria,[o)`,
  BooleanCondition: `
    getBackground() getBackgroundObject() getBold() getCriteriaType() getCriteriaValues() getFontColor()
    getFontColorObject() getItalic() getStrikethrough() getUnderline()`,
  GradientCondition: `
    getMaxColor() getMaxType() getMaxValue() getMidColor() getMidType() getMidValue() getMinColor() getMinType()
    getMinValue()`,
  FilterCriteria: 'copy() getCriteriaType() getCriteriaValues() getHiddenValues() getVisibleValues()',
  FilterCriteriaBuilder: `
    build() copy() getCriteriaType() getCriteriaValues() getHiddenValues() getVisibleValues() setHiddenValues([o)
    setVisibleValues([o) whenCellEmpty() whenCellNotEmpty() whenDateAfter(d)(RelativeDate)
    whenDateBefore(d)(RelativeDate) whenDateEqualTo(d)(RelativeDate) whenFormulaSatisfied(s) whenNumberBetween(n,n)
    whenNumberEqualTo(n) whenNumberGreaterThan(n) whenNumberGreaterThanOrEqualTo(n) whenNumberLessThan(n)
    whenNumberLessThanOrEqualTo(n) whenNumberNotBetween(n,n) whenNumberNotEqualTo(n) whenTextContains(s)
    whenTextDoesNotContain(s) whenTextEndsWith(s) whenTextEqualTo(s) whenTextStartsWith(s)
    withCriteria(BooleanCriteria,[o)`,
  Color: 'asRgbColor() asThemeColor() getColorType()',
  ColorBuilder: 'asRgbColor() asThemeColor() build() getColorType() setRgbColor(s) setThemeColor(ThemeColorType)',
  RgbColor: 'asHexString() getBlue() getColorType() getGreen() getRed()',
  ThemeColor: 'getColorType() getThemeColorType()',
  RichTextValue: 'copy() getEndIndex() getLinkUrl()(n,n) getRuns() getStartIndex() getText() getTextStyle()(n,n)',
  RichTextValueBuilder: 'build() setLinkUrl(n,n,s)(s) setText(s) setTextStyle(n,n,TextStyle)(TextStyle)',
  TextStyle: `
    copy() getFontFamily() getFontSize() getForegroundColor() getForegroundColorObject() isBold() isItalic()
    isStrikethrough() isUnderline()`,
  TextStyleBuilder: `
    build() setBold(b) setFontFamily(s) setFontSize(n) setForegroundColor(s) setForegroundColorObject(Color)
    setItalic(b) setStrikethrough(b) setUnderline(b)`,
  TextRotation: 'getDegrees() isVertical()',
  CellImage: 'getAltTextDescription() getAltTextTitle() getContentUrl() getUrl() toBuilder()',
  CellImageBuilder: `
    build() getAltTextDescription() getAltTextTitle() getContentUrl() getUrl() setAltTextDescription(s)
    setAltTextTitle(s) setSourceUrl(s) toBuilder()`,
}
