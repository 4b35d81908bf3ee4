import { useEffect, useState } from 'react';

/** A file that the browser can save, under a link. */
export interface FileToSave {
  readonly name: string;
  readonly url: string;
}

export interface FileMaker {
  /** The last one made; null before. */
  readonly file: FileToSave | null;
  /** Has the browser save it under this name. */
  readonly save: (name: string, content: Blob) => void;
  readonly forget: () => void;
}

/** Files are made within the page: they go nowhere else, and are let go of with it. */
export function useFileMaker(): FileMaker {
  const [file, setFile] = useState<FileToSave | null>(null);
  useEffect(
    () => () => {
      if (file !== null) URL.revokeObjectURL(file.url);
    },
    [file],
  );
  return {
    file,
    save: (name, content) => {
      const made = { name, url: URL.createObjectURL(content) };
      setFile(made);
      press(made);
    },
    forget: () => {
      setFile(null);
    },
  };
}

/** A browser that does not save by itself leaves the link on the page to be pressed. */
function press({ name, url }: FileToSave): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
