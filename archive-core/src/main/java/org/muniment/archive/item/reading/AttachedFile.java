package org.muniment.archive.item.reading;

/**
 * A file inside a message, decoded but not yet read.
 *
 * @param place as in {@link org.muniment.archive.item.Attachment}
 * @param name without folders
 * @param declared media type as the sender has it
 * @param charset as declared; may be empty
 * @param inline shown in the body
 * @param content its bytes
 */
record AttachedFile(String place, String name, String declared, String charset, boolean inline, Content content) {
    private static final int LONGEST_NAME = 500;

    static String baseName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder(Math.min(name.length(), LONGEST_NAME));
        for (int i = 0; i < name.length() && clean.length() < LONGEST_NAME; i++) {
            clean.append(Character.isISOControl(name.charAt(i)) ? ' ' : name.charAt(i));
        }
        return org.muniment.archive.item.text.Characters.clean(clean.toString()).strip();
    }
}
