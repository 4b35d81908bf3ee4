import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../structure/project-files.ts';

export type Target = 'chrome' | 'firefox';

export const TARGETS: readonly Target[] = ['chrome', 'firefox'];

const manifestSchema = z.looseObject({
  manifest_version: z.number(),
  version: z.string(),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()).default([]),
  optional_host_permissions: z.array(z.string()),
  content_security_policy: z.object({ extension_pages: z.string() }),
  content_scripts: z.array(z.unknown()).default([]),
  storage: z.strictObject({ managed_schema: z.string() }).optional(),
  web_accessible_resources: z.array(
    z.strictObject({
      resources: z.array(z.string()),
      matches: z.array(z.string()),
      use_dynamic_url: z.boolean().optional(),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Folder of the production build; `npm run check` and `npm test` make it first. */
export function buildFolder(target: Target): string {
  return join(ROOT, '.output', `${target}-mv3`);
}

/** The built manifest, as the browser will read it. */
export function builtManifest(target: Target): Manifest {
  return manifestSchema.parse(JSON.parse(built(target, 'manifest.json')));
}

/** The text of a file of the build. */
export function built(target: Target, file: string): string {
  return readFileSync(join(buildFolder(target), file), 'utf8');
}

/** Paths of all files of the build, from its folder, that end in one of these. */
export function builtFiles(target: Target, ...endings: readonly string[]): string[] {
  const folder = buildFolder(target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort();
}
