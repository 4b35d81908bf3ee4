import { posix, relative, resolve, sep } from 'node:path';
import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { LAYERS, type Layer } from './layers.ts';

type Message = 'homeless' | 'arrow' | 'typesOnly' | 'package';

/**
 * ESLint rule: an import must follow an arrow of {@link LAYERS}. Product code outside every layer
 * is refused too, so that a new folder has to be given its place first.
 */
export const layersRule = ESLintUtils.RuleCreator.withoutDocs<[], Message>({
  meta: {
    type: 'problem',
    schema: [],
    defaultOptions: [],
    messages: {
      homeless: '{{file}} belongs to no layer of scripts/lint/layers.ts.',
      arrow: '{{layer}} must not import {{target}}.',
      typesOnly: '{{layer}} may import only types from {{target}}.',
      package: '{{layer}} must not import the package {{target}}.',
    },
  },
  create(context) {
    const file = projectPath(context.filename, context.cwd);
    const layer = layerOf(file);

    function check(node: TSESTree.Node, specifier: string, typeOnly: boolean): void {
      if (layer === undefined) return;
      const target = localTarget(specifier, file);
      const messageId =
        target === undefined
          ? packageProblem(layer, specifier, typeOnly)
          : localProblem(layer, target, typeOnly);
      if (messageId === undefined) return;
      context.report({
        node,
        messageId,
        data: { layer: layer.path, target: target ?? specifier },
      });
    }

    return {
      Program(node) {
        if (layer === undefined) context.report({ node, messageId: 'homeless', data: { file } });
      },
      ImportDeclaration(node) {
        check(node.source, node.source.value, isTypeOnly(node));
      },
      ExportAllDeclaration(node) {
        check(node.source, node.source.value, node.exportKind === 'type');
      },
      ExportNamedDeclaration(node) {
        if (node.source) check(node.source, node.source.value, node.exportKind === 'type');
      },
      ImportExpression(node) {
        if (node.source.type === AST_NODE_TYPES.Literal && typeof node.source.value === 'string')
          check(node.source, node.source.value, false);
      },
    };
  },
});

function isTypeOnly(node: TSESTree.ImportDeclaration): boolean {
  if (node.importKind === 'type') return true;
  return (
    node.specifiers.length > 0 &&
    node.specifiers.every(
      (part) => part.type === AST_NODE_TYPES.ImportSpecifier && part.importKind === 'type',
    )
  );
}

function localProblem(layer: Layer, target: string, typeOnly: boolean): Message | undefined {
  const own = layerOf(target)?.path === layer.path;
  if (own || layer.imports.some((path) => covers(path, target))) return undefined;
  if (!layer.types?.some((path) => covers(path, target))) return 'arrow';
  return typeOnly ? undefined : 'typesOnly';
}

/** Types of a package are erased, yet a layer that knows them is coupled to it all the same. */
function packageProblem(layer: Layer, specifier: string, typeOnly: boolean): Message | undefined {
  const allowed = (layer.packages ?? []).some((name) =>
    name.endsWith('/*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name,
  );
  return allowed || (typeOnly && specifier === 'webextension-polyfill') ? undefined : 'package';
}

/** The project path that a specifier names, or `undefined` for a package. */
function localTarget(specifier: string, importer: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier);
  if (specifier.startsWith('@/') || specifier.startsWith('~/')) return specifier.slice(2);
  return undefined;
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.filter((layer) => covers(layer.path, file)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

/** `entrypoints/background` covers `entrypoints/background.ts` and all of `entrypoints/background/`. */
function covers(path: string, file: string): boolean {
  return file === path || file.startsWith(`${path}/`) || file.startsWith(`${path}.`);
}

function projectPath(file: string, cwd: string): string {
  return relative(cwd, resolve(cwd, file)).split(sep).join('/');
}
