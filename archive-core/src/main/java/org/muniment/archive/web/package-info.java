/**
 * The district on the web: the register of its accounts, who asked for each and who authorised it (board policy on
 * employee and district social media use), and what its watched pages looked like when they were last visited.
 */
@NullMarked
package org.muniment.archive.web;

import org.jspecify.annotations.NullMarked;
