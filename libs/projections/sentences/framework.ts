import type { FrameworkEvent } from '#domain';
import type { Sentences } from './sentence';

export const frameworkSentences: Sentences<FrameworkEvent> = {
  FrameworkDrafted: ({ framework, version }) => ({
    vi: `Dự thảo khung tiêu chí ${framework}, phiên bản ${version}.`,
    en: `Version ${version} of the criteria framework ${framework} was drafted.`,
  }),
  FrameworkExtended: ({ framework, version, definition: { extends: base } }) => ({
    vi: `Dự thảo khung tiêu chí ${framework}, phiên bản ${version}, cụ thể hóa ${base.id} phiên bản ${base.version}.`,
    en: `Version ${version} of the criteria framework ${framework} was drafted as an extension of ${base.id}, version ${base.version}.`,
  }),
  FrameworkPublished: ({ framework, version }) => ({
    vi: `Ban hành khung tiêu chí ${framework}, phiên bản ${version}.`,
    en: `Version ${version} of the criteria framework ${framework} was published.`,
  }),
  FrameworkSuperseded: ({ framework, version, by }) => ({
    vi: `Khung tiêu chí ${framework}, phiên bản ${version} được thay thế bằng phiên bản ${by}.`,
    en: `Version ${version} of the criteria framework ${framework} was superseded by version ${by}.`,
  }),
};
