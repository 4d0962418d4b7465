/** What a person does with the own account: a password, tokens for programs, and the first account of all. */
@NullMarked
package org.muniment.api.web.account;

import org.jspecify.annotations.NullMarked;
