import { describe, expect, test } from 'vitest';
import { SUITES } from '../../scripts/test-suites.ts';
import { projectFiles } from './project-files.ts';

const folders = SUITES.flatMap((suite) => suite.folders.map((folder) => `test/${folder}/`));
const files = projectFiles();

describe('suites', () => {
  test('every test file belongs to a suite that `npm test` runs', () => {
    const orphans = files.filter(
      (file) =>
        /\.(test|spec)\.tsx?$/.test(file) && !folders.some((folder) => file.startsWith(folder)),
    );
    expect(orphans).toEqual([]);
  });

  test('every suite has a test file', () => {
    const empty = folders.filter(
      (folder) =>
        !files.some((file) => file.startsWith(folder) && /\.(test|spec)\.tsx?$/.test(file)),
    );
    expect(empty).toEqual([]);
  });
});
