/** What a process that runs native code is given: a folder of its own, and an environment that leads it nowhere else. */
package io.videogen.drawing.process;
