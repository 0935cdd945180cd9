/** Where FFmpeg comes from: the LGPL build that bytedeco publishes for each platform. */
package io.videogen.drawing.ffmpeg;
