/** Shows over thousands of seeded runs that no fault on the way costs a second job, a clip or a clear answer. */
package io.videogen.it.fault;
