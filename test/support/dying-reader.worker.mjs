// A reader with a defect.
throw new TypeError('undefined is not a function');
