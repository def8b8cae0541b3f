// Operations of templates.
import { LearnSource } from '../template/learn-source.ts'
import { IfMatch, type Operation, TemplateParams } from './operation.ts'
import * as schemas from './schemas.ts'
import * as templates from './template-schemas.ts'

export const templateOperations = {
  listTemplates: {
    scope: 'templates:read',
    summary: 'List the templates: those that come with the product first, then your own',
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(templates.TemplateEntry),
    problems: [],
  },
  createTemplate: {
    scope: 'templates:write',
    summary: 'Save a new template',
    description:
      'The server gives it an id and counts its versions. A template that could not be written into a sheet is refused, with what has to change.',
    body: templates.TemplateBody,
    status: 201,
    response: templates.TemplateEntry,
    problems: ['template_invalid', 'too_many_templates'],
  },
  learnTemplate: {
    scope: 'templates:read',
    summary: 'Draft a template from a header row or from a range that somebody has made',
    description:
      'Nothing is saved: look the draft through, change it, and save it with `POST /export/templates/create`. `notes` say what it could not take over.',
    body: LearnSource,
    status: 200,
    response: templates.LearnedTemplate,
    problems: [],
  },
  importTemplate: {
    scope: 'templates:write',
    summary: 'Save a template from the file of another, or from a JSON Schema',
    body: templates.TemplateImport,
    status: 201,
    response: templates.ImportedTemplate,
    problems: ['template_invalid', 'too_many_templates'],
  },
  getTemplate: {
    scope: 'templates:read',
    summary: 'Read one template, or a version of it',
    params: TemplateParams,
    query: templates.TemplateQuery,
    status: 200,
    response: templates.TemplateEntry,
    problems: ['not_found'],
  },
  updateTemplate: {
    scope: 'templates:write',
    summary: 'Change a template of your own; every change is a version',
    params: TemplateParams,
    headers: IfMatch,
    body: templates.TemplateChange,
    status: 200,
    response: templates.TemplateEntry,
    problems: ['not_found', 'stale', 'template_fixed', 'template_invalid'],
  },
  deleteTemplate: {
    scope: 'templates:write',
    summary: 'Delete a template of your own',
    description: 'Those that come with the product stay. What was written with it is left as it is.',
    params: TemplateParams,
    status: 204,
    problems: ['not_found', 'template_fixed'],
  },
  listTemplateVersions: {
    scope: 'templates:read',
    summary: 'List the saved versions of a template, the newest first',
    params: TemplateParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(templates.TemplateVersion),
    problems: ['not_found'],
  },
  exportTemplate: {
    scope: 'templates:read',
    summary: 'Read a template as a file that can be imported',
    params: TemplateParams,
    query: templates.TemplateQuery,
    status: 200,
    response: templates.TemplateFile,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
