package org.muniment.archive.pdf;

/** What content is set on: the sheets, the structure it is part of, the letters, the file they go to. */
record Ground(PdfFile file, Sheets sheets, Structure structure, Letters letters) {}
